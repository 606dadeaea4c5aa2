package io.agentctl.alarm.composite;

/** A rule that cannot be read, with the place of the fault. */
public final class RuleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    RuleException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
