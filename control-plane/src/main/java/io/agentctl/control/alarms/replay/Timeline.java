package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.alarms.backtest.AlarmHistory.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The state of one alarm at each minute, when its actions were carried out, and where all that is uncertain. */
final class Timeline {

    private final Minutes minutes;
    private final AlarmState[] states;
    private final BitSet uncertain;
    private final BitSet pages;
    private int heldBack;

    Timeline(Minutes minutes) {
        this.minutes = minutes;
        this.states = new AlarmState[minutes.count()];
        Arrays.fill(states, AlarmState.OK);
        this.uncertain = new BitSet(minutes.count());
        this.pages = new BitSet();
    }

    AlarmState state(int minute) {
        return states[minute];
    }

    void set(int minute, AlarmState state) {
        states[minute] = state;
    }

    boolean isUncertain(int minute) {
        return uncertain.get(minute);
    }

    void doubt(int minute) {
        uncertain.set(minute);
    }

    void page(int minute) {
        pages.set(minute);
    }

    /** Notes that an ALARM passed without anybody hearing of it. */
    void holdBack() {
        heldBack++;
    }

    int heldBack() {
        return heldBack;
    }

    List<Instant> pages() {
        return pages.stream().mapToObj(minutes::time).toList();
    }

    /** The times in ALARM. */
    List<Span> alarms() {
        BitSet alarms = new BitSet(states.length);
        for (int i = 0; i < states.length; i++) {
            alarms.set(i, states[i] == AlarmState.ALARM);
        }
        return stretches(alarms).stream()
                .map(stretch -> new Span(AlarmState.ALARM, stretch.from(), stretch.to()))
                .toList();
    }

    /** The times in which the state rests on data that is missing or coarse. */
    List<Stretch> uncertain() {
        return stretches(uncertain);
    }

    private List<Stretch> stretches(BitSet set) {
        List<Stretch> stretches = new ArrayList<>();
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int to = Math.min(set.nextClearBit(from), minutes.count());
            stretches.add(new Stretch(minutes.time(from), minutes.time(to)));
            from = set.nextSetBit(to);
        }
        return stretches;
    }
}
