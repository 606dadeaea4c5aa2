package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.backtest.AlarmHistory.Span;
import io.agentctl.control.alarms.backtest.Scorecard;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import java.time.Instant;
import java.util.List;

/**
 * What an alarm would have done.
 *
 * @param name its name
 * @param kind on what it looks
 * @param tells whether anybody is told when it goes to ALARM; if not, it only serves composites
 * @param alarms when it would have been in ALARM
 * @param pages when its actions for ALARM would have been carried out; none where nobody is told
 * @param heldBack how often an ALARM came and went with its actions held back by the suppressor
 * @param uncertain when its state rests on data that is missing, or is coarser than the alarm would have seen it
 * @param score what it was worth; of an alarm that tells nobody, as if it did
 */
public record AlarmResult(
        String name,
        Kind kind,
        boolean tells,
        List<Span> alarms,
        List<Instant> pages,
        int heldBack,
        List<Stretch> uncertain,
        Scorecard score) {

    /** On what an alarm looks. */
    public enum Kind {
        METRIC,
        COMPOSITE;

        static Kind of(AlarmDefinition alarm) {
            return switch (alarm) {
                case MetricAlarm ignored -> METRIC;
                case CompositeAlarm ignored -> COMPOSITE;
            };
        }
    }

    public AlarmResult {
        alarms = List.copyOf(alarms);
        pages = List.copyOf(pages);
        uncertain = List.copyOf(uncertain);
    }
}
