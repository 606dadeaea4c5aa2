package io.agentctl.control.alarms.upkeep;

import java.util.List;

/**
 * What would be done with one alarm.
 *
 * @param alarm its name
 * @param group the objective or spec that wants it, or wanted it
 * @param kind what would be done
 * @param cause why it is not as it should be
 * @param fields what differs of one that is changed
 */
public record AlarmChange(String alarm, String group, Kind kind, Cause cause, List<FieldChange> fields) {

    public AlarmChange {
        fields = List.copyOf(fields);
    }

    /** What would be done with an alarm. */
    public enum Kind {
        ADD,
        CHANGE,
        DELETE
    }

    /** Why an alarm is not as it should be. */
    public enum Cause {
        /** It is asked for and not there. */
        NEW,
        /** What asks for it has changed. */
        FILE,
        /** Somebody edited it where it is. */
        HAND,
        /** It was muted, and the time is over. */
        MUTE_OVER,
        /** Nothing asks for it any more. */
        ORPHAN,
        /** Somebody wants it muted, or no longer so. */
        WISH
    }

    /**
     * One field.
     *
     * @param field such as {@code threshold}
     * @param from what it is; empty for nothing
     * @param to what it should be; empty for nothing
     */
    public record FieldChange(String field, String from, String to) {}
}
