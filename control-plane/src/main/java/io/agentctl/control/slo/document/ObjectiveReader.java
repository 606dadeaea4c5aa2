package io.agentctl.control.slo.document;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.yaml.Form;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one of the objectives of an SLO: its target, what that is a share of, and what is good. */
final class ObjectiveReader {

    static final List<String> KEYS =
            List.of("displayName", "op", "value", "target", "targetPercent", "timeSliceTarget", "timeSliceWindow");

    static final Map<String, Method> METHODS = Map.of(
            "Occurrences", Method.OCCURRENCES,
            "Timeslices", Method.TIME_SLICES,
            "RatioTimeslices", Method.RATIO_TIME_SLICES);

    private static final Map<String, Comparison> OPERATORS = Map.of(
            "lte", Comparison.LESS_OR_EQUAL,
            "lt", Comparison.LESS_THAN,
            "gte", Comparison.GREATER_OR_EQUAL,
            "gt", Comparison.GREATER_THAN);
    private static final String NO_BUDGET = " (all of it would leave no error budget)";
    private static final String NUMBER = "a number";
    private static final String SLICE_TARGET = "a share over 0 and up to 1, such as 0.99";
    private static final String SLICE = "a whole number of minutes, or a duration such as 5m or 1h";

    private ObjectiveReader() {}

    /** OpenSLO's budgeting methods. */
    enum Method {
        OCCURRENCES,
        TIME_SLICES,
        RATIO_TIME_SLICES
    }

    /** What one objective makes of an indicator. */
    record Promise(Indicator indicator, double target, Budgeting budgeting) {}

    static Optional<Promise> read(Form form, Measured measured, Method method) {
        Optional<Double> target = target(form);
        if (method == Method.OCCURRENCES) {
            for (String key : List.of("timeSliceTarget", "timeSliceWindow")) {
                if (form.has(key)) {
                    form.wrong(key, "'" + key + "' is for 'budgetingMethod: Timeslices'");
                }
            }
        }
        return switch (measured) {
            case Measured.Events events -> ofEvents(form, events, target, method);
            case Measured.Figure figure -> ofFigure(form, figure, target, method);
            case Measured.Share share -> ofShare(form, share, target, method);
        };
    }

    /** Notes what is wrong whatever the indicator is, where that cannot be read. */
    static void check(Form form) {
        target(form);
        form.word("op", OPERATORS);
        form.value("value", Numbers::finite, NUMBER);
        form.value("timeSliceTarget", text -> upToOne(Numbers.finite(text)), SLICE_TARGET);
        form.value("timeSliceWindow", ObjectiveReader::minutes, SLICE);
    }

    private static Optional<Promise> ofEvents(
            Form form, Measured.Events events, Optional<Double> target, Method method) {
        for (String key : List.of("op", "value")) {
            if (form.has(key)) {
                form.wrong(key, "'" + key + "' is for a 'thresholdMetric'");
            }
        }
        if (method == Method.OCCURRENCES) {
            return target.map(share -> new Promise(events.ratio(), share, new Budgeting.Occurrences()));
        }
        Optional<Double> sliceTarget = sliceTarget(form);
        Optional<Duration> slice = slice(form);
        if (target.isEmpty() || sliceTarget.isEmpty() || slice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Promise(events.ratio(), target.get(), new Budgeting.TimeSlices(slice.get(), sliceTarget.get())));
    }

    private static Optional<Promise> ofFigure(
            Form form, Measured.Figure figure, Optional<Double> target, Method method) {
        form.needs("op", "an objective of a 'thresholdMetric' needs an 'op': lte, lt, gte or gt");
        form.needs("value", "an objective of a 'thresholdMetric' needs a 'value'");
        Optional<Comparison> good = form.word("op", OPERATORS);
        Optional<Double> limit = form.value("value", Numbers::finite, NUMBER);
        if (method == Method.OCCURRENCES) {
            form.findings()
                    .error(
                            form.fields().position(),
                            "CloudWatch keeps no single values of a metric, so a 'thresholdMetric' cannot be counted by "
                                    + "Occurrences: use Timeslices, or a 'ratioMetric' whose good events are the "
                                    + "statistic TC(:LIMIT) and whose total is SampleCount");
            return Optional.empty();
        }
        if (form.has("timeSliceTarget")) {
            form.wrong(
                    "timeSliceTarget",
                    "'timeSliceTarget' is for ratios: a slice of a 'thresholdMetric' is good by 'op' and 'value'");
        }
        Optional<Duration> slice = slice(form);
        if (good.isEmpty() || limit.isEmpty() || slice.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Promise(
                new Indicator.Threshold(figure.reading(), good.get(), limit.get()),
                target.get(),
                new Budgeting.TimeSlices(slice.get(), 1)));
    }

    private static Optional<Promise> ofShare(Form form, Measured.Share share, Optional<Double> target, Method method) {
        if (method == Method.OCCURRENCES) {
            form.findings()
                    .error(
                            form.fields().position(),
                            "a 'raw' ratio does not say of how many events it is, so it cannot be counted by "
                                    + "Occurrences: use Timeslices");
            return Optional.empty();
        }
        Optional<Double> sliceTarget = sliceTarget(form);
        Optional<Duration> slice = slice(form);
        if (target.isEmpty() || sliceTarget.isEmpty() || slice.isEmpty()) {
            return Optional.empty();
        }
        Indicator indicator = share.success()
                ? new Indicator.Threshold(share.reading(), Comparison.GREATER_OR_EQUAL, sliceTarget.get())
                : new Indicator.Threshold(share.reading(), Comparison.LESS_OR_EQUAL, Shares.rest(sliceTarget.get()));
        return Optional.of(new Promise(indicator, target.get(), new Budgeting.TimeSlices(slice.get(), 1)));
    }

    private static Optional<Double> target(Form form) {
        if (form.has("target") == form.has("targetPercent")) {
            form.findings().error(form.fields().position(), "an objective has either a 'target' or a 'targetPercent'");
            return Optional.empty();
        }
        return form.has("target")
                ? form.value("target", text -> within(Numbers.finite(text)), "a share over 0 and under 1" + NO_BUDGET)
                : form.value(
                        "targetPercent",
                        text -> within(Numbers.percent(text)),
                        "a percentage over 0 and under 100" + NO_BUDGET);
    }

    private static double within(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(Double.toString(share));
        }
        return share;
    }

    private static Optional<Double> sliceTarget(Form form) {
        form.needs("timeSliceTarget", "'budgetingMethod: Timeslices' needs a 'timeSliceTarget', such as 0.99");
        return form.value("timeSliceTarget", text -> upToOne(Numbers.finite(text)), SLICE_TARGET);
    }

    private static double upToOne(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(Double.toString(share));
        }
        return share;
    }

    private static Optional<Duration> slice(Form form) {
        form.needs("timeSliceWindow", "'budgetingMethod: Timeslices' needs a 'timeSliceWindow', such as 5m");
        return form.value("timeSliceWindow", ObjectiveReader::minutes, SLICE);
    }

    /** A number alone stands for minutes. */
    private static Duration minutes(String text) {
        Duration slice = text.matches("\\d{1,6}") ? Duration.ofMinutes(Long.parseLong(text)) : Shorthand.duration(text);
        if (!slice.isPositive() || slice.toSecondsPart() != 0) {
            throw new IllegalArgumentException(text);
        }
        return slice;
    }
}
