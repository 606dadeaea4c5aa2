package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.lambda.FunctionMetrics;
import io.agentctl.sandbox.lambda.LambdaMetric;
import io.agentctl.sandbox.workload.Aggregate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS/Lambda} metrics of a function, or of an alias or version of it.
 *
 * @param metrics where the samples are
 * @param key whose samples
 */
record FunctionMetric(FunctionMetrics metrics, FunctionMetrics.Key key) implements MetricSource {
    /** The namespace that all of them are in. */
    static final String NAMESPACE = "AWS/Lambda";

    private static final String FUNCTION = "FunctionName";
    private static final String RESOURCE = "Resource";
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PRECISION = 1e6;

    /** The metric of a key, or empty when there is none of those dimensions. */
    static Optional<MetricSource> find(FunctionMetrics metrics, MetricKey key) {
        String function = key.dimensions().get(FUNCTION);
        String resource = key.dimensions().get(RESOURCE);
        boolean whole = key.dimensions().keySet().equals(Set.of(FUNCTION));
        boolean part =
                key.dimensions().keySet().equals(Set.of(FUNCTION, RESOURCE)) && resource.startsWith(function + ":");
        String qualifier = part ? resource.substring(function.length() + 1) : "";
        return Arrays.stream(LambdaMetric.values())
                .filter(metric -> metric.wireName().equals(key.name()))
                .filter(metric -> part || (whole && !metric.ofProvisioned()))
                .findFirst()
                .map(metric -> new FunctionMetric(metrics, new FunctionMetrics.Key(function, qualifier, metric)));
    }

    /** How requests name a metric. */
    static MetricKey key(FunctionMetrics.Key key) {
        return new MetricKey(
                NAMESPACE,
                key.metric().wireName(),
                key.qualifier().isEmpty()
                        ? Map.of(FUNCTION, key.function())
                        : Map.of(FUNCTION, key.function(), RESOURCE, key.function() + ":" + key.qualifier()));
    }

    @Override
    public String unit() {
        return key.metric().unit();
    }

    @Override
    public double value(Statistic statistic, long fromSecond, int periodSeconds, Aggregate scratch) {
        if (periodSeconds < SECONDS_PER_MINUTE) {
            return Double.NaN;
        }
        long fromMinute = Math.floorDiv(fromSecond, (long) SECONDS_PER_MINUTE);
        int minutes = periodSeconds / SECONDS_PER_MINUTE;
        return switch (statistic) {
            case Statistic.Basic basic -> {
                metrics.collect(key, fromMinute, minutes, scratch);
                yield Math.rint(basic.of(scratch) * PRECISION) / PRECISION;
            }
            // Of counts and levels only statistic sets are kept here.
            case Statistic.Percentile percentile ->
                key.metric() == LambdaMetric.DURATION
                        ? metrics.percentile(key, percentile.rank(), fromMinute, minutes)
                        : Double.NaN;
            case Statistic.Within ignored -> Double.NaN;
        };
    }
}
