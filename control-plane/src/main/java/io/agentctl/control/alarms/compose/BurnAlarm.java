package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.control.alarms.definition.Watched;
import java.time.Duration;
import java.util.Optional;

/**
 * What looks for fast spending in one window.
 *
 * @param watched what it looks at
 * @param rule when it fires
 * @param share the share of bad events, or of bad slices, from which on it fires
 * @param coarse true if its slices are longer than the objective's
 * @param lookback over which the metric itself looks back; empty where the rule's periods do
 */
record BurnAlarm(Watched watched, AlarmRule rule, double share, boolean coarse, Optional<Duration> lookback) {

    /** How often CloudWatch decides, at the least. */
    private static final Duration EVALUATED = Duration.ofMinutes(1);

    /**
     * How long it takes from when a constant share of events, over 0 and up to 1, begins to be bad: {@code window ×
     * threshold / share} for what is looked at as a whole, in each of its periods.
     */
    Duration timeToDetect(double bad) {
        if (lookback.isPresent()) {
            return decided(lookback.get().toSeconds() * share / bad);
        }
        double periods = watched instanceof Watched.MetricMath && rule.datapointsToAlarm() == rule.evaluationPeriods()
                ? rule.datapointsToAlarm() - 1 + rule.threshold() / bad
                : rule.datapointsToAlarm() / bad;
        return decided(rule.periodSeconds() * periods);
    }

    private static Duration decided(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(Math.ceil(seconds)));
        return time.compareTo(EVALUATED) < 0 ? EVALUATED : time;
    }
}
