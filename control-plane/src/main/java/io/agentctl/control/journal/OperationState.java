package io.agentctl.control.journal;

/** Where an operation stands. An open operation holds its resource; no other may begin on it. */
public enum OperationState {
    /** A process is at work on it, or died at it: see the lease. */
    RUNNING(true),
    /** Stopped half-way, on purpose or by a passing fault: {@code ops resume} or {@code ops undo} goes on. */
    INTERRUPTED(true),
    /** Its inverses are being played. */
    UNDOING(true),
    /** Applied, and the effect was seen. */
    SUCCEEDED(false),
    /** Applied, but there was nothing to see the effect on, such as a service with no tasks. */
    UNVERIFIED(false),
    /** A step failed, and the steps before it were undone. */
    FAILED(false),
    /** Applied, found bad, and put back. */
    ROLLED_BACK(false),
    /** Put back because somebody asked. */
    UNDONE(false);

    private final boolean open;

    OperationState(boolean open) {
        this.open = open;
    }

    /** True while the operation holds its resource. */
    public boolean open() {
        return open;
    }
}
