package io.agentctl.control.journal;

/** Where a step stands. {@code STARTED} is written before the act: after a crash it may or may not have happened. */
public enum StepState {
    PENDING,
    STARTED,
    DONE,
    UNDONE
}
