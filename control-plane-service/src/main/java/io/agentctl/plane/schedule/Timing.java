package io.agentctl.plane.schedule;

import io.agentctl.control.windows.calendar.LocalTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** When something is due. */
public sealed interface Timing {

    /** The latest due time that is not after an instant. */
    Instant lastDue(Instant now);

    /** The first due time after an instant. */
    Instant nextDue(Instant now);

    /** As people read it. */
    String text();

    /**
     * At even distances, counted from 1970 so that all instances agree.
     *
     * @param period at least a second
     */
    record Every(Duration period) implements Timing {

        public Every {
            if (period.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("every " + period + " is too often");
            }
        }

        @Override
        public Instant lastDue(Instant now) {
            long millis = period.toMillis();
            return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
        }

        @Override
        public Instant nextDue(Instant now) {
            return lastDue(now).plus(period);
        }

        @Override
        public String text() {
            return "every " + period.toString().substring(2).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * By the clocks of a zone. What falls into an hour that is left out in spring comes an hour later; what falls into
     * one that comes twice in autumn comes the first time.
     *
     * @param expression five fields, as in a crontab
     */
    record Cron(String expression, LocalTimes times, ZoneId zone) implements Timing {

        /** How far clocks are set back at most, with room. */
        private static final Duration SHIFT = Duration.ofHours(3);

        @Override
        public Instant lastDue(Instant now) {
            LocalDateTime local = LocalDateTime.ofInstant(now, zone).plus(SHIFT);
            while (true) {
                local = times.atOrBefore(local)
                        .orElseThrow(() -> new IllegalStateException(expression + " never came"));
                Instant due = local.atZone(zone).toInstant();
                if (!due.isAfter(now)) {
                    return due;
                }
                local = local.minusSeconds(1);
            }
        }

        @Override
        public Instant nextDue(Instant now) {
            LocalDateTime local = LocalDateTime.ofInstant(now, zone).minus(SHIFT);
            while (true) {
                local = times.after(local).orElseThrow(() -> new IllegalStateException(expression + " never comes"));
                Instant due = local.atZone(zone).toInstant();
                if (due.isAfter(now)) {
                    return due;
                }
            }
        }

        @Override
        public String text() {
            return expression + (zone.equals(ZoneOffset.UTC) ? " UTC" : " " + zone);
        }
    }
}
