package io.agentctl.control.journal;

/** What inverses do where somebody else changed things since. */
public enum UndoMode {
    /** They refuse, and do nothing. */
    CAREFUL,
    /** They put back what was there before the operation, whatever is there now. */
    FORCED
}
