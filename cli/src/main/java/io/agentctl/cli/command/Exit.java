package io.agentctl.cli.command;

/** Exit codes that are not failures. Those of failures belong to {@link io.agentctl.control.error.ErrorCode}. */
public final class Exit {

    /** Done, or nothing to do. */
    public static final int OK = 0;

    /** Changes are pending; only with {@code --detailed-exitcode}. */
    public static final int PENDING = 2;

    private Exit() {}
}
