package io.agentctl.cli.option;

/** How much is said on stderr. Results are never affected. */
public enum Verbosity {
    /** Errors alone. */
    QUIET,
    NORMAL,
    /** Progress also where there is no terminal. */
    VERBOSE,
    /** And stack traces. */
    DEBUG
}
