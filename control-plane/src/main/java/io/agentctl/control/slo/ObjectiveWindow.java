package io.agentctl.control.slo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Over which time a promise holds. */
public sealed interface ObjectiveWindow {

    /** Which time it is about, at a time. */
    Bounds at(Instant now);

    /** How long it is, for burn rates: of calendar windows, on the average. */
    Duration length();

    /**
     * A stretch of time.
     *
     * @param from its beginning
     * @param to its end, which does not belong to it; of a calendar window, in the future
     */
    record Bounds(Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** The time before now. */
    record Rolling(Duration length) implements ObjectiveWindow {
        public Rolling {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("a window has a positive length, not " + length);
            }
        }

        @Override
        public Bounds at(Instant now) {
            return new Bounds(now.minus(length), now);
        }
    }

    /**
     * Days, weeks, months, quarters or years, one after the other.
     *
     * @param start when one of them begins
     * @param each how long each is: days, or months
     * @param zone whose clocks count
     */
    @SuppressWarnings("JavaPeriodGetDays") // Months and days are looked at one after the other.
    record Calendar(LocalDateTime start, Period each, ZoneId zone) implements ObjectiveWindow {

        /** The Gregorian calendar's average, in seconds. */
        private static final long MONTH = ChronoUnit.MONTHS.getDuration().toSeconds();

        public Calendar {
            if (each.isZero() || each.isNegative()) {
                throw new IllegalArgumentException("a window has a positive length, not " + each);
            }
            if ((each.getDays() == 0) == (each.toTotalMonths() == 0)) {
                throw new IllegalArgumentException("a window has days or months, not both: " + each);
            }
        }

        @Override
        public Bounds at(Instant now) {
            LocalDateTime local = LocalDateTime.ofInstant(now, zone);
            long whole = each.getDays() > 0
                    ? Math.floorDiv(ChronoUnit.DAYS.between(start, local), each.getDays())
                    : Math.floorDiv(ChronoUnit.MONTHS.between(start, local), each.toTotalMonths());
            // Units that have begun backwards count as none above, and clocks are put back: look on both sides.
            long index = whole + 1;
            while (begin(index).isAfter(now)) {
                index--;
            }
            return new Bounds(begin(index), begin(index + 1));
        }

        private Instant begin(long index) {
            return start.plus(each.multipliedBy(Math.toIntExact(index)))
                    .atZone(zone)
                    .toInstant();
        }

        @Override
        public Duration length() {
            return each.getDays() > 0
                    ? Duration.ofDays(each.getDays())
                    : Duration.ofSeconds(MONTH * each.toTotalMonths());
        }
    }
}
