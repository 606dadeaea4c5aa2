package io.agentctl.policies.store;

/** How fresh a read must be. */
public enum Reading {
    /** What was written before is seen: one read unit for each 4 KB. */
    CONSISTENT,
    /** May be some milliseconds old, at half the price: for whoever asks again soon. */
    EVENTUAL
}
