package io.agentctl.control.alarms.backtest;

import java.time.Instant;

/**
 * A time in which people say that something was wrong.
 *
 * @param start when it began
 * @param end when it was over, after that
 */
public record Incident(Instant start, Instant end) {

    public Incident {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an incident ends after it begins: " + start + " to " + end);
        }
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && !time.isAfter(end);
    }

    boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && end.isAfter(from);
    }
}
