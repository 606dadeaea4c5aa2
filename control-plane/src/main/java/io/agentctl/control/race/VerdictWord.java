package io.agentctl.control.race;

/** How a race ended. */
public enum VerdictWord {
    /** One size is the best; all others are worse or failed. */
    DECIDED,
    /**
     * Several of those left are within the indifference zone and cannot be told apart; the fastest of them is advised.
     */
    TIED,
    /** A limit came first: the advised size is the most probable one. */
    LIMIT_REACHED,
    /** No size meets the target; none is advised. */
    TARGET_MISSED,
    /** Every size failed; none is advised. */
    ALL_FAILED,
    /** The race is still on. */
    RUNNING
}
