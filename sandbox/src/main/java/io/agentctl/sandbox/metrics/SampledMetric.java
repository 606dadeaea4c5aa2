package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import io.agentctl.sandbox.workload.SampleModel;
import java.util.Optional;

/**
 * A metric of which samples are known: those that a world says occur, and those that somebody put.
 *
 * @param put those that were put
 * @param model those of the world, if it has any
 * @param untilMinute the first minute since the epoch that has not passed yet
 */
record SampledMetric(CustomMetric put, Optional<SampleModel> model, long untilMinute) implements MetricSource {
    private static final long SECONDS_PER_MINUTE = 60;

    @Override
    public String unit() {
        return put.unit();
    }

    @Override
    public double value(Statistic statistic, long fromSecond, int periodSeconds, Aggregate scratch) {
        Distribution samples = new Distribution();
        put.collect(fromSecond, periodSeconds, samples);
        model.ifPresent(minutes -> {
            // A minute's samples carry the time at which it begins.
            long from = Math.ceilDiv(fromSecond, SECONDS_PER_MINUTE);
            long to = Math.min(untilMinute, Math.ceilDiv(fromSecond + periodSeconds, SECONDS_PER_MINUTE));
            for (long minute = from; minute < to; minute++) {
                minutes.collect(minute, samples::add);
            }
        });
        return samples.of(statistic);
    }
}
