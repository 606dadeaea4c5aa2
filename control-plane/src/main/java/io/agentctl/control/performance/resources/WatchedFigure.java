package io.agentctl.control.performance.resources;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricQuery.TableMetric;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.performance.ResourceUse.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a part of the target, and what it is read from.
 *
 * @param average of each minute; several are added up
 * @param peak of each minute; several are added up
 * @param countsNothing whether no point means 0, as of what DynamoDB and Lambda only tell if it happens
 */
record WatchedFigure(
        String resource,
        String metric,
        String unit,
        List<MetricQuery> average,
        List<MetricQuery> peak,
        boolean countsNothing) {

    static List<WatchedFigure> of(ReadResources.Request request) {
        List<WatchedFigure> figures = new ArrayList<>();
        for (String service : request.services()) {
            figures.add(ofService(request.cluster(), service, "CPU", Metric.CPU));
            figures.add(ofService(request.cluster(), service, "memory", Metric.MEMORY));
        }
        for (String function : request.functions()) {
            figures.add(new WatchedFigure(
                    "function " + function,
                    "duration",
                    "ms",
                    List.of(MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.AVERAGE)),
                    List.of(MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.MAXIMUM)),
                    false));
            figures.add(counted(
                    "function " + function,
                    List.of(MetricQuery.ofFunction(function, FunctionMetric.THROTTLES, Statistic.SUM))));
        }
        for (String table : request.tables()) {
            figures.add(counted(
                    "table " + table,
                    List.of(
                            MetricQuery.ofTable(table, TableMetric.READ_THROTTLES, Statistic.SUM),
                            MetricQuery.ofTable(table, TableMetric.WRITE_THROTTLES, Statistic.SUM))));
        }
        return figures;
    }

    private static WatchedFigure ofService(String cluster, String service, String name, Metric metric) {
        return new WatchedFigure(
                "service " + service,
                name,
                "%",
                List.of(MetricQuery.ofService(cluster, service, metric, Statistic.AVERAGE)),
                List.of(MetricQuery.ofService(cluster, service, metric, Statistic.MAXIMUM)),
                false);
    }

    private static WatchedFigure counted(String resource, List<MetricQuery> sums) {
        return new WatchedFigure(resource, "throttles", "", sums, sums, true);
    }

    List<MetricQuery> queries() {
        List<MetricQuery> all = new ArrayList<>(average);
        all.addAll(peak);
        return all;
    }

    /** The figure; nothing if there are no points of it and that does not mean 0. */
    Optional<Use> use(List<Series> series) {
        if (!countsNothing && series.stream().anyMatch(Series::isEmpty)) {
            return Optional.empty();
        }
        double mean = 0;
        double most = 0;
        for (int index = 0; index < series.size(); index++) {
            Series each = series.get(index);
            if (!each.isEmpty() && index < average.size()) {
                mean += each.mean();
            } else if (!each.isEmpty()) {
                most += each.max();
            }
        }
        return Optional.of(new Use(resource, metric, unit, mean, most));
    }
}
