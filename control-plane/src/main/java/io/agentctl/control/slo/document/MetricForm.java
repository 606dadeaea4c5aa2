package io.agentctl.control.slo.document;

import io.agentctl.control.error.Suggestions;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.metrics.Units;
import io.agentctl.control.slo.Indicator.Reading;
import io.agentctl.control.yaml.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which statistic of which metric of CloudWatch: what stands in a {@code metricSource}'s {@code spec}. */
public final class MetricForm {

    public static final List<String> KEYS =
            List.of("namespace", "metricName", "dimensions", "statistic", "unit", "factor");

    private static final Map<String, String> UNITS =
            Units.KNOWN.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));
    private static final String STATISTICS =
            "a statistic of CloudWatch, such as Average, Maximum, Sum, SampleCount, p95, tm99, TC(:500) or PR(:500)";

    private MetricForm() {}

    /**
     * Reads a metric.
     *
     * @param usual the statistic where none is given; empty where one must be
     */
    public static Optional<Reading> read(Form form, Optional<Statistic> usual) {
        form.needs("namespace", "a metric needs a 'namespace', such as AWS/ApplicationELB");
        form.needs("metricName", "a metric needs a 'metricName', such as RequestCount");
        Optional<String> namespace = form.text("namespace");
        Optional<String> name = form.text("metricName");
        Map<String, String> dimensions = form.entries("dimensions");
        Optional<Statistic> statistic = statistic(form, usual);
        Optional<String> unit = form.word("unit", "a unit of CloudWatch, such as Seconds", UNITS);
        Optional<Double> factor = form.has("factor")
                ? form.value("factor", MetricForm::factor, "a number other than 0, such as 0.01")
                : Optional.of(1.0);
        if (namespace.isEmpty() || name.isEmpty() || statistic.isEmpty() || factor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Reading(MetricId.of(namespace.get(), name.get(), dimensions), statistic.get(), unit, factor.get()));
    }

    private static Optional<Statistic> statistic(Form form, Optional<Statistic> usual) {
        if (!form.has("statistic")) {
            if (usual.isEmpty()) {
                form.needs("statistic", "a metric needs a 'statistic': " + STATISTICS);
            }
            return usual;
        }
        return form.text("statistic").flatMap(text -> {
            try {
                return Optional.of(new Statistic(text));
            } catch (IllegalArgumentException unknown) {
                String near = Suggestions.sentence(text, Statistic.PLAIN);
                form.findings()
                        .error(
                                form.valuePosition("statistic"),
                                "'statistic' must be " + STATISTICS + ", not '" + text + "'"
                                        + (near.isEmpty() ? "" : ". " + near));
                return Optional.empty();
            }
        });
    }

    private static double factor(String text) {
        double factor = Double.parseDouble(text);
        if (!Double.isFinite(factor) || factor == 0) {
            throw new IllegalArgumentException(text);
        }
        return factor;
    }
}
