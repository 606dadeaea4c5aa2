package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An alarm tried on a history.
 *
 * @param from when the alarm was first decided on
 * @param to the history's end
 * @param rule the alarm's
 * @param alarms when it would have been in ALARM
 * @param uncertain for how long data was missing that would have counted
 * @param score what it was worth, where incidents are known
 */
public record Trial(
        Instant from, Instant to, AlarmRule rule, List<AlarmHistory.Span> alarms, Duration uncertain, Scorecard score) {

    public Trial {
        alarms = List.copyOf(alarms);
    }

    /** Tries an alarm on the averages of a history, from where there is as much of it as the alarm looks at. */
    public static Trial of(MeasuredHistory history, AlarmRule rule, List<Incident> incidents) {
        Duration period = Duration.ofSeconds(rule.periodSeconds());
        Instant from = history.start().plus(period.multipliedBy(rule.evaluationPeriods()));
        AlarmHistory played = AlarmHistory.of(rule, history.averages(period), from, history.end());
        return new Trial(
                from,
                history.end(),
                rule,
                played.alarms(),
                played.uncertain(),
                Scorecard.of(played.alarms(), incidents, from, history.end()));
    }
}
