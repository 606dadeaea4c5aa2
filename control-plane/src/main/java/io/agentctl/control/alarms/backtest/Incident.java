package io.agentctl.control.alarms.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** The first page that found it: one that came before did not, and an alarm that was on already pages nobody. */
    public Optional<Instant> firstOf(List<Instant> pages) {
        return pages.stream().filter(this::holds).findFirst();
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && !time.isAfter(end);
    }

    /** Whether some of it is between two times. */
    public boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && end.isAfter(from);
    }
}
