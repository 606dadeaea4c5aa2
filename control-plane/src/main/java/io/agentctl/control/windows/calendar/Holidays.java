package io.agentctl.control.windows.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /** Whether an instant is on one of the days, by a zone's clocks. */
    boolean hold(Instant at, ZoneId zone) {
        return dates.contains(LocalDate.ofInstant(at, zone));
    }

    /** The first beginning or end of one of the days after an instant. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        for (LocalDate day : dates.tailSet(today, true)) {
            Instant from = day.atStartOfDay(zone).toInstant();
            if (from.isAfter(after)) {
                return Optional.of(from);
            }
            Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
            if (to.isAfter(after)) {
                return Optional.of(to);
            }
        }
        return Optional.empty();
    }
}
