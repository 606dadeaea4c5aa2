package io.agentctl.control.race;

/**
 * Why a size left the race.
 *
 * @param cause what happened
 * @param reason for a reader, a sentence without its full stop
 */
public record Departure(Cause cause, String reason) {

    /** What makes a size leave. */
    public enum Cause {
        /** Its objective is worse than the best one's by more than the indifference zone. */
        WORSE,
        /** Its 95th percentile is above the target. */
        TOO_SLOW,
        /** It costs more than a size that meets the target. */
        DEARER,
        /** Its invocations failed. */
        FAILED
    }
}
