package io.agentctl.plane.run;

import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.util.List;
import java.util.Optional;

/** Where runs are kept. Implementations write under a condition, so that no two instances write one run. */
public interface RunStore {

    /**
     * Keeps a new run.
     *
     * @return it, at version 1, or the one that has this id already
     */
    Run create(Run run);

    /**
     * Writes a run anew.
     *
     * @return it, at its next version
     * @throws io.agentctl.control.error.AgentctlException CONFLICT if somebody else wrote it since it was read
     */
    Run save(Run run);

    Optional<Run> find(RunId id);

    /**
     * Some runs, the newest first, without their results.
     *
     * @param after where an earlier page ended; empty for the first
     * @param most 1 to 100
     */
    RunPage newest(Optional<String> after, int most);

    /** Those that are not over. */
    List<Run> open();

    /** Keeps what happened. Numbers of one run are never used twice. */
    void append(RunId id, long number, ProgressEvent event);

    /** What happened after an event, in order. */
    List<Progressed> events(RunId id, long after);

    /** Notes that a run is to stop, for the instance that carries it out. */
    void askToStop(RunId id);

    /** Those that are to stop. */
    List<RunId> stopsAsked();
}
