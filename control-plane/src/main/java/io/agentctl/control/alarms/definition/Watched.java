package io.agentctl.control.alarms.definition;

import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a metric alarm looks at. */
public sealed interface Watched {

    /**
     * One statistic of one metric.
     *
     * @param unit only samples that were reported in it, as CloudWatch spells it; all where it is left out
     */
    record Single(MetricId metric, Statistic statistic, Optional<String> unit) implements Watched {}

    /**
     * Metric math, whose metrics share the alarm's period. CloudWatch takes ten metrics and ten expressions.
     *
     * @param metrics what the expressions name
     * @param expressions in an order of the author's; they may name each other
     * @param result the identifier of the expression that is compared
     */
    record MetricMath(List<Input> metrics, List<Formula> expressions, String result) implements Watched {

        /** CloudWatch's bound on each of the two (API reference, PutMetricAlarm). */
        public static final int MOST = 10;

        /** @throws IllegalArgumentException for identifiers that come twice, and a result that is no expression */
        public MetricMath {
            metrics = List.copyOf(metrics);
            expressions = List.copyOf(expressions);
            Set<String> known = new LinkedHashSet<>();
            metrics.forEach(metric -> requireNew(known, metric.id()));
            expressions.forEach(expression -> requireNew(known, expression.id()));
            if (expressions.stream().noneMatch(expression -> expression.id().equals(result))) {
                throw new IllegalArgumentException("the result '" + result + "' is not one of the expressions");
            }
        }

        private static void requireNew(Set<String> known, String id) {
            if (!known.add(id)) {
                throw new IllegalArgumentException("the identifier '" + id + "' is given twice");
            }
        }
    }

    /**
     * A metric in math.
     *
     * @param id begins with a small letter
     */
    record Input(String id, Single metric) {}

    /**
     * An expression in math.
     *
     * @param id begins with a small letter
     * @param label what graphs call it; empty for its text
     */
    record Formula(String id, String expression, String label) {}
}
