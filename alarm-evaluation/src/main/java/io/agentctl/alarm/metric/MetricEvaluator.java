package io.agentctl.alarm.metric;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.metric.Verdict.Basis;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides the state of a metric alarm as CloudWatch documents it (User Guide, "Configuring how alarms treat missing
 * data"). Where the guide's tables and its sentences can be read in two ways, the tables decide.
 */
public final class MetricEvaluator {

    private MetricEvaluator() {}

    /**
     * Decides.
     *
     * @param rule the alarm's
     * @param range the latest {@link AlarmRule#rangePeriods()} periods
     * @param current the state until now
     */
    public static Verdict evaluate(AlarmRule rule, Datapoints range, AlarmState current) {
        List<Double> measured = new ArrayList<>(rule.evaluationPeriods());
        int breaching = 0;
        int oldestAge = 0;
        for (int age = 0; age < range.values().length && measured.size() < rule.evaluationPeriods(); age++) {
            int index = range.values().length - 1 - age;
            double value = range.values()[index];
            if (Double.isNaN(value)) {
                continue;
            }
            measured.add(value);
            oldestAge = age;
            if (rule.comparison().breaches(value, rule.threshold())) {
                breaching++;
            }
            if (range.samples()[index] < rule.samplesNeeded()) {
                return new Verdict(current, Basis.KEPT_FOR_FEW_SAMPLES, measured, breaching, 0);
            }
        }
        int missing = rule.evaluationPeriods() - measured.size();
        if (missing == 0) {
            return counted(rule, measured, breaching, 0);
        }
        boolean premature = !measured.isEmpty()
                && breaching == measured.size()
                && breaching < rule.datapointsToAlarm()
                && oldestAge + 1 >= rule.datapointsToAlarm();
        return switch (rule.missing()) {
            case BREACHING -> counted(rule, measured, breaching + missing, missing);
            case NOT_BREACHING -> counted(rule, measured, breaching, missing);
            case MISSING -> {
                if (measured.isEmpty()) {
                    yield new Verdict(AlarmState.INSUFFICIENT_DATA, Basis.NO_DATA, measured, 0, 0);
                }
                yield premature
                        ? new Verdict(AlarmState.ALARM, Basis.PREMATURE, measured, breaching, 0)
                        : counted(rule, measured, breaching, 0);
            }
            case IGNORE ->
                measured.isEmpty() || premature
                        ? new Verdict(current, Basis.KEPT_FOR_MISSING_DATA, measured, breaching, 0)
                        : counted(rule, measured, breaching, 0);
        };
    }

    private static Verdict counted(AlarmRule rule, List<Double> measured, int breaching, int filled) {
        AlarmState state = breaching >= rule.datapointsToAlarm() ? AlarmState.ALARM : AlarmState.OK;
        return new Verdict(state, Basis.COUNTED, measured, breaching, filled);
    }
}
