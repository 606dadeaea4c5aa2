package io.agentctl.control.windows.calendar;

import java.time.Instant;

/**
 * A time during which something other than the schedule counts.
 *
 * @param from the first instant
 * @param to the first instant after it
 * @param asleep what counts
 * @param why a clause for the reader
 */
public record Span(Instant from, Instant to, boolean asleep, String why) {

    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
