package io.agentctl.control.capacity;

import java.util.Optional;

/** What of a table a plan changes. */
final class TableField {

    static final String MODE = "mode";

    private static final String THROUGHPUT = "throughput";
    private static final String OF_INDEX = "throughput of ";
    private static final String SCALING = "scaling of ";

    private TableField() {}

    static String throughput(String index) {
        return index.isEmpty() ? THROUGHPUT : OF_INDEX + index;
    }

    static String scaling(Meter meter) {
        return SCALING + meter;
    }

    /** The index, or the empty name of the table, whose throughput a field is. */
    static Optional<String> throughputOf(String field) {
        if (field.equals(THROUGHPUT)) {
            return Optional.of("");
        }
        return field.startsWith(OF_INDEX) ? Optional.of(field.substring(OF_INDEX.length())) : Optional.empty();
    }

    /** The meter whose scaling a field is. */
    static Optional<Meter> scalingOf(String field) {
        return field.startsWith(SCALING)
                ? Optional.of(Meter.parse(field.substring(SCALING.length())))
                : Optional.empty();
    }
}
