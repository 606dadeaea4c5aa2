package io.agentctl.control.capacity;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.TableMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import java.util.ArrayList;
import java.util.List;

/** Reads which operations a table was used by. */
final class TableOperations {

    static final List<String> READS = List.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

    private static final List<String> ALL = List.of(
            "GetItem",
            "BatchGetItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "BatchWriteItem",
            "TransactWriteItems");

    private static final int SERIES_AN_OPERATION = 3;

    private final MetricsGateway metrics;

    TableOperations(MetricsGateway metrics) {
        this.metrics = metrics;
    }

    /** Those that were used. */
    List<OperationUse> read(TableName table, LookBack back) {
        List<MetricQuery> queries = new ArrayList<>();
        for (String operation : ALL) {
            queries.add(query(table, operation, TableMetric.LATENCY, Statistic.SAMPLE_COUNT));
            queries.add(query(table, operation, TableMetric.LATENCY, Statistic.AVERAGE));
            queries.add(query(table, operation, TableMetric.RETURNED_ITEMS, Statistic.AVERAGE));
        }
        List<Series> series = metrics.read(queries, back.from(), back.to(), back.period());
        List<OperationUse> uses = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            int first = i * SERIES_AN_OPERATION;
            OperationUse use = use(ALL.get(i), series.subList(first, first + SERIES_AN_OPERATION));
            if (use.requests() > 0) {
                uses.add(use);
            }
        }
        return uses;
    }

    private static OperationUse use(String operation, List<Series> series) {
        double requests = 0;
        double millis = 0;
        double items = 0;
        Series counts = series.getFirst();
        for (int i = 0; i < counts.size(); i++) {
            double count = counts.value(i);
            if (count > 0) {
                requests += count;
                millis += count * known(series.get(1).value(i));
                items += count * known(series.get(2).value(i));
            }
        }
        return requests == 0
                ? new OperationUse(operation, 0, 0, 0)
                : new OperationUse(operation, Math.round(requests), millis / requests, items / requests);
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static MetricQuery query(TableName table, String operation, TableMetric metric, Statistic statistic) {
        return MetricQuery.ofOperation(table.value(), operation, metric, statistic);
    }
}
