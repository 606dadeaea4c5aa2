package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import io.agentctl.sandbox.workload.Resource;
import io.agentctl.sandbox.workload.UtilizationSeries;

/**
 * {@code AWS/ECS} utilization of a service: percent of the task size in force, one sample a task and minute.
 *
 * @param series the service's utilization
 * @param resource which of the two
 * @param untilMinute the first minute since the epoch that has not passed yet
 */
record UtilizationMetric(UtilizationSeries series, Resource resource, long untilMinute) implements MetricSource {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PRECISION = 1e6;

    @Override
    public String unit() {
        return "Percent";
    }

    @Override
    public double value(Statistic statistic, long fromSecond, int periodSeconds, Aggregate scratch) {
        // ECS publishes statistic sets, which have no percentiles; and nothing below a minute.
        if (!(statistic instanceof Statistic.Basic basic) || periodSeconds < SECONDS_PER_MINUTE) {
            return Double.NaN;
        }
        series.collect(
                resource,
                Math.floorDiv(fromSecond, (long) SECONDS_PER_MINUTE),
                periodSeconds / SECONDS_PER_MINUTE,
                untilMinute,
                scratch);
        return Math.rint(basic.of(scratch) * PRECISION) / PRECISION;
    }
}
