package io.agentctl.control.slo;

import java.time.Duration;

/** What a target is a share of (OpenSLO v1, {@code budgetingMethod}). */
public sealed interface Budgeting {

    /** Of events. */
    record Occurrences() implements Budgeting {}

    /**
     * Of slices of time, each of which is good or bad as a whole.
     *
     * @param slice how long one is; whole minutes
     * @param goodFrom for ratios, the share of good events from which a slice is good, over 0 and up to 1; figures with
     *     a limit are good or bad by that, and this is 1
     */
    record TimeSlices(Duration slice, double goodFrom) implements Budgeting {
        public TimeSlices {
            if (slice.compareTo(Duration.ofMinutes(1)) < 0 || slice.toSeconds() % 60 != 0) {
                throw new IllegalArgumentException("a slice of time has whole minutes, at least one, not " + slice);
            }
            if (!(goodFrom > 0 && goodFrom <= 1)) {
                throw new IllegalArgumentException("a slice is good from a share over 0 % and up to 100 %");
            }
        }
    }
}
