package io.agentctl.control.capacity;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.TableMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how tables were used, all of them in as few calls as CloudWatch allows. */
final class UsageReader {

    private static final int SERIES_A_METER = 3;

    private final MetricsGateway metrics;

    UsageReader(MetricsGateway metrics) {
        this.metrics = metrics;
    }

    TableUsage read(ObservedTable table, LookBack back) {
        return read(List.of(table), back).getFirst();
    }

    /** For each table, in their order. */
    List<TableUsage> read(List<ObservedTable> tables, LookBack back) {
        List<MetricQuery> queries = new ArrayList<>();
        for (ObservedTable table : tables) {
            table.meters().forEach(meter -> queries.addAll(queries(table.name(), meter)));
        }
        List<Series> series = metrics.read(queries, back.from(), back.to(), back.period());
        List<TableUsage> usages = new ArrayList<>();
        int next = 0;
        for (ObservedTable table : tables) {
            SortedMap<Meter, MeterUsage> meters = new TreeMap<>();
            for (Meter meter : table.meters()) {
                meters.put(meter, new MeterUsage(series.get(next), series.get(next + 1), series.get(next + 2)));
                next += SERIES_A_METER;
            }
            usages.add(TableUsage.of(meters, back, table.created()));
        }
        return usages;
    }

    /** What was consumed, what was provisioned, what was throttled. */
    static List<MetricQuery> queries(TableName table, Meter meter) {
        return switch (meter.direction()) {
            case READS ->
                List.of(
                        query(table, meter, TableMetric.CONSUMED_READS, Statistic.SUM),
                        query(table, meter, TableMetric.PROVISIONED_READS, Statistic.AVERAGE),
                        query(table, meter, TableMetric.READ_THROTTLES, Statistic.SUM));
            case WRITES ->
                List.of(
                        query(table, meter, TableMetric.CONSUMED_WRITES, Statistic.SUM),
                        query(table, meter, TableMetric.PROVISIONED_WRITES, Statistic.AVERAGE),
                        query(table, meter, TableMetric.WRITE_THROTTLES, Statistic.SUM));
        };
    }

    private static MetricQuery query(TableName table, Meter meter, TableMetric metric, Statistic statistic) {
        return meter.index().isEmpty()
                ? MetricQuery.ofTable(table.value(), metric, statistic)
                : MetricQuery.ofIndex(table.value(), meter.index(), metric, statistic);
    }
}
