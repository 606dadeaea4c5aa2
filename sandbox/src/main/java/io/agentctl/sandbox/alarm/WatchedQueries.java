package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.math.ExpressionException;
import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.MathSource;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.metrics.MetricCatalog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** The queries of an alarm on metric math. */
final class WatchedQueries {
    /** Service model, PutMetricAlarm: up to ten of each. */
    private static final int MOST = 10;

    private final MetricCatalog catalog;

    WatchedQueries(MetricCatalog catalog) {
        this.catalog = catalog;
    }

    Watched.Source of(List<MetricDataQuery> queries) {
        check(queries);
        Map<String, MetricStat> metrics = new LinkedHashMap<>();
        Map<String, String> expressions = new LinkedHashMap<>();
        for (MetricDataQuery query : queries) {
            if (query.expression() == null) {
                metrics.put(query.id(), query.metricStat());
            } else {
                expressions.put(query.id(), query.expression());
            }
        }
        if (metrics.size() > MOST || expressions.size() > MOST) {
            throw CloudWatchErrors.validation("An alarm has at most 10 metrics and 10 expressions, not "
                    + metrics.size() + " and " + expressions.size() + ".");
        }
        int period = onePeriod(metrics.values());
        MetricDataQuery result = result(queries);
        if (result.metricStat() != null) {
            return new Watched.Source(
                    catalog.datapoints(result.metricStat()),
                    period,
                    result.metricStat().stat());
        }
        Map<String, DatapointSource> sources = metrics.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, metric -> catalog.datapoints(metric.getValue())));
        try {
            Calculation calculation = Calculation.of(metrics.keySet(), expressions, result.id());
            return new Watched.Source(new MathSource(sources, calculation, period), period, "");
        } catch (ExpressionException e) {
            throw CloudWatchErrors.validation(
                    "Error in expression '%s' at column %d: %s.".formatted(e.expression(), e.column(), e.getMessage()));
        }
    }

    private static void check(List<MetricDataQuery> queries) {
        Set<String> ids = new HashSet<>();
        for (MetricDataQuery query : queries) {
            if (query.id() == null || !query.id().matches("[a-z][a-zA-Z0-9_]{0,254}")) {
                throw CloudWatchErrors.validation("The value " + query.id()
                        + " for parameter Id must begin with a lower-case letter and have letters, digits and _ only.");
            }
            if (!ids.add(query.id())) {
                throw CloudWatchErrors.validation(
                        "The values for parameter id in class MetricDataQuery are not unique: " + query.id() + ".");
            }
            MetricStat stat = query.metricStat();
            if ((stat == null) == (query.expression() == null)) {
                throw CloudWatchErrors.validation(
                        "Query " + query.id() + " must have exactly one of MetricStat and Expression.");
            }
            if (stat != null && (stat.metric() == null || stat.period() == null || stat.stat() == null)) {
                throw CloudWatchErrors.validation("MetricStat of " + query.id() + " needs Metric, Period and Stat.");
            }
        }
    }

    private static int onePeriod(Iterable<MetricStat> metrics) {
        Set<Integer> periods = new HashSet<>();
        metrics.forEach(metric -> periods.add(Watched.period(metric.period())));
        if (periods.size() != 1) {
            throw CloudWatchErrors.validation(
                    periods.isEmpty()
                            ? "Metrics must have at least one query with a MetricStat."
                            : "The metrics of an alarm must have one period, not " + periods + ".");
        }
        return periods.iterator().next();
    }

    private static MetricDataQuery result(List<MetricDataQuery> queries) {
        List<MetricDataQuery> returned = queries.stream()
                .filter(query -> !Boolean.FALSE.equals(query.returnData()))
                .toList();
        if (returned.size() != 1) {
            throw CloudWatchErrors.validation("Exactly one element of the metrics list should return data.");
        }
        return returned.getFirst();
    }
}
