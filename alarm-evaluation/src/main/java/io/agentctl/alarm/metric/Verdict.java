package io.agentctl.alarm.metric;

import io.agentctl.alarm.AlarmState;
import java.util.List;

/**
 * What an evaluation came to.
 *
 * @param state the state from now on
 * @param basis why
 * @param considered the values that were measured and count, newest first, at most N
 * @param breaching how many of the N breach, filled ones included
 * @param filled how many of the N were missing and filled in as the alarm says
 */
public record Verdict(AlarmState state, Basis basis, List<Double> considered, int breaching, int filled) {

    /** Why a state is what it is. */
    public enum Basis {
        /** Enough, or too few, data points breach. */
        COUNTED,
        /**
         * All that was measured in the range breaches, and the oldest of it is at least M periods old (same guide,
         * "Avoiding premature transitions to alarm state").
         */
        PREMATURE,
        /** Nothing was measured. */
        NO_DATA,
        /** Missing data is ignored, and what is there does not decide. */
        KEPT_FOR_MISSING_DATA,
        /** A percentile comes from too few samples. */
        KEPT_FOR_FEW_SAMPLES
    }

    public Verdict {
        considered = List.copyOf(considered);
    }
}
