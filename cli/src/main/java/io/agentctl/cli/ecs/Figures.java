package io.agentctl.cli.ecs;

import java.util.OptionalDouble;

/** Numbers as the tables show them. */
final class Figures {

    private Figures() {}

    /** A percentage without decimals; a question mark where it is not known. */
    static String percent(OptionalDouble value) {
        return value.isPresent() ? Math.round(value.getAsDouble()) + "%" : "?";
    }
}
