package io.agentctl.control.windows.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whole days of a zone on which something other than the schedule counts.
 *
 * @param dates the days
 * @param asleep what counts on them
 */
public record Holidays(NavigableSet<LocalDate> dates, boolean asleep) {

    public Holidays {
        dates = new TreeSet<>(dates);
    }

    /**
     * Whether an instant is on one of the days. A day begins when its midnight first comes: where clocks go back over
     * it, they show the day before once more, which is over.
     */
    boolean hold(Instant at, ZoneTimes times) {
        return dates.contains(times.latest(at).toLocalDate());
    }

    /** The first beginning or end of one of the days after an instant. */
    Optional<Instant> next(Instant after, ZoneTimes times) {
        LocalDate today = times.latest(after).toLocalDate();
        for (LocalDate day : dates.tailSet(today, true)) {
            Instant from = times.instant(day.atStartOfDay());
            if (from.isAfter(after)) {
                return Optional.of(from);
            }
            Instant to = times.instant(day.plusDays(1).atStartOfDay());
            if (to.isAfter(after)) {
                return Optional.of(to);
            }
        }
        return Optional.empty();
    }
}
