package io.agentctl.control.remote;

/** Where a run stands. */
public enum RunState {

    /** Waits for somebody else's approval. */
    WAITING,

    /** Is being carried out, or about to be. */
    RUNNING,

    /** Over, with a result. */
    SUCCEEDED,

    /** Over without one, with the failure. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean over() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case SUCCEEDED, FAILED -> true;
        };
    }
}
