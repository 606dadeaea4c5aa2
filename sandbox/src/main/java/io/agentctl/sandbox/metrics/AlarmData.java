package io.agentctl.sandbox.metrics;

import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.sandbox.workload.Aggregate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * A metric as an alarm reads it. It is looked up anew each time: an alarm may be there before its metric is.
 *
 * @param catalog where metrics are found
 * @param key which one
 * @param unit only samples of this unit; null for any
 * @param statistic what is computed of each period
 * @param period seconds
 */
record AlarmData(MetricCatalog catalog, MetricKey key, String unit, Statistic statistic, int period)
        implements DatapointSource {

    static AlarmData of(MetricCatalog catalog, MetricStat stat) {
        return new AlarmData(
                catalog, MetricKey.of(stat.metric()), stat.unitAsString(), Statistic.parse(stat.stat()), stat.period());
    }

    @Override
    public Datapoints before(long endSecond, int periods) {
        double[] values = new double[periods];
        Arrays.fill(values, Double.NaN);
        double[] samples = new double[periods];
        Arrays.fill(samples, Double.POSITIVE_INFINITY);
        Optional<MetricSource> source = catalog.find(key, Instant.ofEpochSecond(endSecond))
                .filter(found -> unit == null || unit.equals(found.unit()));
        if (source.isPresent()) {
            Aggregate scratch = new Aggregate();
            for (int i = 0; i < periods; i++) {
                long second = endSecond - (long) (periods - i) * period;
                values[i] = source.get().value(statistic, second, period, scratch);
                if (statistic instanceof Statistic.Percentile && !Double.isNaN(values[i])) {
                    samples[i] = source.get().value(Statistic.Basic.SAMPLE_COUNT, second, period, scratch);
                }
            }
        }
        return new Datapoints(values, samples);
    }
}
