package io.agentctl.plane.run;

import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.util.List;
import java.util.Optional;

/** Runs kept elsewhere; tests overwrite what is to go wrong. */
class DelegatingRuns implements RunStore {

    private final RunStore store;

    DelegatingRuns(RunStore store) {
        this.store = store;
    }

    @Override
    public Run create(Run run) {
        return store.create(run);
    }

    @Override
    public Run save(Run run) {
        return store.save(run);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return store.find(id);
    }

    @Override
    public RunPage newest(Optional<String> after, int most) {
        return store.newest(after, most);
    }

    @Override
    public List<Run> open() {
        return store.open();
    }

    @Override
    public void append(RunId id, long number, ProgressEvent event) {
        store.append(id, number, event);
    }

    @Override
    public List<Progressed> events(RunId id, long after) {
        return store.events(id, after);
    }

    @Override
    public void askToStop(RunId id) {
        store.askToStop(id);
    }

    @Override
    public List<RunId> stopsAsked() {
        return store.stopsAsked();
    }
}
