package io.agentctl.alarm.metric;

import io.agentctl.alarm.AlarmState;
import java.util.stream.Collectors;

/** Why an alarm has its state, in CloudWatch's words. */
public final class Reasons {

    private Reasons() {}

    /**
     * The reason as {@code StateReason} has it.
     *
     * @param from the state before
     */
    public static String of(AlarmRule rule, Verdict verdict, AlarmState from) {
        return switch (verdict.basis()) {
            case NO_DATA ->
                "Insufficient Data: %d datapoint%s unknown."
                        .formatted(rule.evaluationPeriods(), rule.evaluationPeriods() == 1 ? " was" : "s were");
            case KEPT_FOR_MISSING_DATA -> "Unchanged: missing data is ignored.";
            case KEPT_FOR_FEW_SAMPLES -> "Unchanged: the percentile comes from too few samples.";
            case COUNTED, PREMATURE -> counted(rule, verdict, from);
        };
    }

    private static String counted(AlarmRule rule, Verdict verdict, AlarmState from) {
        boolean alarm = verdict.state() == AlarmState.ALARM;
        int count = alarm ? verdict.breaching() : rule.evaluationPeriods() - verdict.breaching();
        String values = verdict.considered().isEmpty()
                ? ""
                : verdict.considered().stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
        String missing = verdict.filled() == 0
                ? ""
                : ", %d missing treated as %s"
                        .formatted(verdict.filled(), rule.missing().awsName());
        return "Threshold Crossed: %d out of the last %d datapoints%s %s %s the threshold (%s)%s (minimum %d datapoint%s for %s -> %s transition)."
                .formatted(
                        count,
                        rule.evaluationPeriods(),
                        values,
                        alarm ? "were" : "were not",
                        rule.comparison().words(),
                        rule.threshold(),
                        missing,
                        alarm ? rule.datapointsToAlarm() : rule.evaluationPeriods() - rule.datapointsToAlarm() + 1,
                        rule.datapointsToAlarm() == 1 ? "" : "s",
                        from,
                        verdict.state());
    }
}
