package io.agentctl.control.alarms.document;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.alarms.definition.Watched.Single;
import io.agentctl.control.slo.document.Shorthand;
import io.agentctl.control.yaml.Form;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads when an alarm changes its state. */
final class RuleForm {

    private static final Map<String, Comparison> OPERATORS = Map.of(
            "gt", Comparison.GREATER_THAN,
            "gte", Comparison.GREATER_OR_EQUAL,
            "lt", Comparison.LESS_THAN,
            "lte", Comparison.LESS_OR_EQUAL);
    private static final Map<String, MissingData> MISSING =
            Stream.of(MissingData.values()).collect(Collectors.toUnmodifiableMap(MissingData::awsName, value -> value));
    private static final Map<String, Boolean> FEW_SAMPLES = Map.of("ignore", true, "evaluate", false);
    private static final String COUNT = "a whole number from 1";
    private static final int DAY = 86_400;

    private RuleForm() {}

    static Optional<AlarmRule> read(Form spec, Optional<Watched> watched) {
        spec.needs("op", "an alarm needs an 'op': gt, gte, lt or lte the threshold");
        spec.needs("threshold", "an alarm needs a 'threshold'");
        spec.needs("period", "an alarm needs a 'period', such as 5m");
        Optional<Comparison> comparison = spec.word("op", OPERATORS);
        Optional<Double> threshold = spec.value("threshold", RuleForm::finite, "a number");
        Optional<Integer> period = spec.value(
                "period", RuleForm::period, "10, 20 or 30 seconds, or whole minutes up to a day, such as 300s or 5m");
        Optional<Integer> evaluated = count(spec, "evaluationPeriods", 1);
        Optional<Integer> toAlarm = evaluated.flatMap(count -> count(spec, "datapointsToAlarm", count));
        MissingData missing = spec.word("missingData", MISSING).orElse(MissingData.MISSING);
        boolean ignore = spec.word("fewSamples", FEW_SAMPLES).orElse(false);
        OptionalDouble percentile = watched.isPresent() && watched.get() instanceof Single single
                ? single.statistic().percentile()
                : OptionalDouble.empty();
        if (ignore && watched.isPresent() && percentile.isEmpty()) {
            spec.wrong("fewSamples", "'fewSamples: ignore' is for percentiles");
        }
        if (comparison.isEmpty() || threshold.isEmpty() || period.isEmpty() || toAlarm.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlarmRule(
                    comparison.get(),
                    threshold.get(),
                    period.get(),
                    evaluated.get(),
                    toAlarm.get(),
                    missing,
                    ignore ? percentile : OptionalDouble.empty()));
        } catch (IllegalArgumentException refused) {
            spec.wrong(spec.has("evaluationPeriods") ? "evaluationPeriods" : "period", refused.getMessage());
            return Optional.empty();
        }
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static int period(String text) {
        long seconds = Shorthand.duration(text).toSeconds();
        if (seconds > DAY || !AlarmRule.isPeriod((int) seconds)) {
            throw new IllegalArgumentException(text);
        }
        return (int) seconds;
    }

    private static Optional<Integer> count(Form spec, String key, int usual) {
        return spec.has(key) ? spec.value(key, RuleForm::count, COUNT) : Optional.of(usual);
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }
}
