package io.agentctl.sandbox.metrics;

import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.math.ExpressionException;
import io.agentctl.alarm.math.Times;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** The expressions of a {@code GetMetricData} request, over its metrics. */
final class QueryMath {
    private final Map<String, Query> metrics;
    private final Map<String, String> expressions = new LinkedHashMap<>();
    private Map<String, double[]> inputs;

    QueryMath(Map<String, Query> metrics, List<MetricDataQuery> queries) {
        this.metrics = metrics;
        queries.stream()
                .filter(query -> query.expression() != null)
                .forEach(query -> expressions.put(query.id(), query.expression()));
    }

    Query query(MetricDataQuery asked) {
        if (asked.metricStat() != null) {
            throw CloudWatchErrors.validation("Query " + asked.id() + " must not have both MetricStat and Expression.");
        }
        Window window = window(asked);
        double[] values =
                calculation(asked).compute(inputs(), new Times(window.firstSecond(), window.period(), window.count()));
        return new Query(asked, asked.id(), window, index -> values[index]);
    }

    private Window window(MetricDataQuery asked) {
        Set<Window> windows = metrics.values().stream().map(Query::window).collect(Collectors.toSet());
        if (windows.size() != 1) {
            throw CloudWatchErrors.validation("The sandbox computes expressions over metrics of one period: query "
                    + asked.id() + " comes with metrics of "
                    + (windows.isEmpty()
                            ? "none"
                            : windows.stream().map(Window::period).sorted().toList()) + ".");
        }
        return windows.iterator().next();
    }

    private Calculation calculation(MetricDataQuery asked) {
        try {
            return Calculation.of(metrics.keySet(), expressions, asked.id());
        } catch (ExpressionException e) {
            throw CloudWatchErrors.validation(
                    "Error in expression '%s' at column %d: %s.".formatted(e.expression(), e.column(), e.getMessage()));
        }
    }

    private Map<String, double[]> inputs() {
        if (inputs == null) {
            inputs = new HashMap<>();
            metrics.forEach((id, query) -> {
                double[] values = new double[query.points()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = query.values().applyAsDouble(i);
                }
                inputs.put(id, values);
            });
        }
        return inputs;
    }
}
