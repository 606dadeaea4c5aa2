package io.agentctl.plane.run;

import java.util.function.UnaryOperator;

/** A run whose latest version is known to whoever carries it out. Thread-safe. */
final class KeptRun {

    private final RunStore store;
    private Run current;

    KeptRun(RunStore store, Run run) {
        this.store = store;
        this.current = run;
    }

    synchronized void update(UnaryOperator<Run> change) {
        current = store.save(change.apply(current));
    }

    synchronized Run current() {
        return current;
    }
}
