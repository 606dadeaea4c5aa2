package io.agentctl.cli.dash;

import io.agentctl.cli.screen.Look;
import io.agentctl.control.overview.Snapshots;
import java.util.Optional;

/** Shows a dashboard until somebody leaves it. */
@FunctionalInterface
interface Live {

    /**
     * Shows it.
     *
     * @return what the terminal lacks to show it; empty once somebody has left it
     */
    Optional<String> show(Snapshots snapshots, State state, Look look);
}
