package io.agentctl.control.windows;

/** What counts for a service that two windows are about. */
public enum Overlap {
    /** Nothing: that is a mistake. */
    REFUSE,
    /** Whoever has it awake. */
    AWAKE,
    /** Whoever has it asleep; of two floors the higher one. */
    ASLEEP
}
