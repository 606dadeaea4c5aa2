package io.agentctl.control.slo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Over which time a promise holds. */
public sealed interface ObjectiveWindow {

    /** The time before now. */
    record Rolling(Duration length) implements ObjectiveWindow {
        public Rolling {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("a window has a positive length, not " + length);
            }
        }
    }

    /**
     * Weeks, months, quarters or years, one after the other.
     *
     * @param start the first day of one of them
     * @param length how long each is
     * @param zone whose midnights count
     */
    record Calendar(LocalDate start, Period length, ZoneId zone) implements ObjectiveWindow {
        public Calendar {
            if (length.isZero() || length.isNegative()) {
                throw new IllegalArgumentException("a window has a positive length, not " + length);
            }
        }
    }
}
