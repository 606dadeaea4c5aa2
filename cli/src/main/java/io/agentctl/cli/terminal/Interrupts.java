package io.agentctl.cli.terminal;

import io.agentctl.control.progress.Cancellation;

/** Ctrl-C, as the command hears of it that is under way. */
@FunctionalInterface
public interface Interrupts {

    /** The token for a use case; asking for it is a promise to look at it. */
    Cancellation cancellation();
}
