package io.agentctl.control.alarms.definition;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who is told of a change of state, as ARNs; CloudWatch takes five for each state.
 *
 * @param enabled false while the alarm is muted: it changes its state, and tells nobody
 * @param alarm on going to ALARM
 * @param ok on going to OK
 * @param insufficientData on going to INSUFFICIENT_DATA
 */
public record AlarmActions(boolean enabled, List<String> alarm, List<String> ok, List<String> insufficientData) {

    /** CloudWatch's bound (API reference, PutMetricAlarm). */
    public static final int MOST = 5;

    /** Nobody is told. */
    public static final AlarmActions NONE = new AlarmActions(true, List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException for more than five of a kind */
    public AlarmActions {
        alarm = List.copyOf(alarm);
        ok = List.copyOf(ok);
        insufficientData = List.copyOf(insufficientData);
        if (alarm.size() > MOST || ok.size() > MOST || insufficientData.size() > MOST) {
            throw new IllegalArgumentException("an alarm has up to " + MOST + " actions for a state");
        }
    }

    /** All of them, with repetitions. */
    public Stream<String> all() {
        return Stream.of(alarm, ok, insufficientData).flatMap(List::stream);
    }

    /** The same, carried out or not. */
    public AlarmActions enabled(boolean carriedOut) {
        return new AlarmActions(carriedOut, alarm, ok, insufficientData);
    }
}
