package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.table.TableMetric;
import io.agentctl.sandbox.table.TableMetrics;
import io.agentctl.sandbox.workload.Aggregate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code AWS/DynamoDB} metrics of a table, of a global index or of an operation on a table.
 *
 * @param metrics where the samples are
 * @param key whose samples
 */
record DynamoDbMetric(TableMetrics metrics, TableMetrics.Key key) implements MetricSource {
    /** The namespace that all of them are in. */
    static final String NAMESPACE = "AWS/DynamoDB";

    private static final String TABLE = "TableName";
    private static final String INDEX = "GlobalSecondaryIndexName";
    private static final String OPERATION = "Operation";
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PRECISION = 1e6;

    /** The metric of a key, or empty when there is none of those dimensions. */
    static Optional<MetricSource> find(TableMetrics metrics, MetricKey key) {
        Map<String, String> dimensions = key.dimensions();
        Set<String> names = dimensions.keySet();
        return Arrays.stream(TableMetric.values())
                .filter(metric -> metric.wireName().equals(key.name()))
                .filter(metric -> metric.byOperation()
                        ? names.equals(Set.of(TABLE, OPERATION))
                        : names.equals(Set.of(TABLE)) || names.equals(Set.of(TABLE, INDEX)))
                .findFirst()
                .map(metric -> new DynamoDbMetric(
                        metrics,
                        new TableMetrics.Key(
                                dimensions.get(TABLE),
                                dimensions.getOrDefault(INDEX, ""),
                                dimensions.getOrDefault(OPERATION, ""),
                                metric)));
    }

    /** How requests name a metric. */
    static MetricKey key(TableMetrics.Key key) {
        Map<String, String> dimensions = new TreeMap<>(Map.of(TABLE, key.table()));
        if (!key.index().isEmpty()) {
            dimensions.put(INDEX, key.index());
        }
        if (!key.operation().isEmpty()) {
            dimensions.put(OPERATION, key.operation());
        }
        return new MetricKey(NAMESPACE, key.metric().wireName(), dimensions);
    }

    @Override
    public String unit() {
        return key.metric().unit();
    }

    @Override
    public double value(Statistic statistic, long fromSecond, int periodSeconds, Aggregate scratch) {
        // These are statistic sets, which have no percentiles; and there is nothing below a minute.
        if (!(statistic instanceof Statistic.Basic basic) || periodSeconds < SECONDS_PER_MINUTE) {
            return Double.NaN;
        }
        metrics.collect(
                key, Math.floorDiv(fromSecond, (long) SECONDS_PER_MINUTE), periodSeconds / SECONDS_PER_MINUTE, scratch);
        return Math.rint(basic.of(scratch) * PRECISION) / PRECISION;
    }
}
