package io.agentctl.control.alarms.signals;

import java.util.List;

/**
 * What would be done with one objective of Application Signals.
 *
 * @param name its name there
 * @param objective the objective that wants it, or wanted it
 * @param kind what would be done
 * @param why it is not as it should be
 * @param fields what differs of one that is changed
 */
public record SignalsChange(String name, String objective, Kind kind, String why, List<Field> fields) {

    public SignalsChange {
        fields = List.copyOf(fields);
    }

    /** What would be done with an objective. */
    public enum Kind {
        ADD,
        CHANGE,
        /** Deleted and made again, since the service cannot change it so: what it has counted is lost. */
        MAKE_ANEW,
        DELETE
    }

    /**
     * One field.
     *
     * @param field its path in the words of CreateServiceLevelObjective
     * @param from what it is; empty for nothing
     * @param to what it should be; empty for nothing
     */
    public record Field(String field, String from, String to) {}
}
