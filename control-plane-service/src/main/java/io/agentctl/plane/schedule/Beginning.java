package io.agentctl.plane.schedule;

import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import java.util.Optional;

/** Runs, as what is due sees them. */
interface Beginning {

    /**
     * Begins what a schedule does; asked twice with one id, it begins it once.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the schedule may not
     */
    void begin(Schedule schedule, RunId id);

    /** A run as it is now. */
    Optional<Run> find(RunId id);
}
