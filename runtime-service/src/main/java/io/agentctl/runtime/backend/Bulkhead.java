package io.agentctl.runtime.backend;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls under way to one back end, so that a slow one holds up its own callers alone. Nobody waits: a queue
 * in front of a slow target only adds to the time that its callers lose.
 */
final class Bulkhead {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final String backend;
    private final int size;
    private final Semaphore free;

    Bulkhead(String backend, int size) {
        this.backend = backend;
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** Takes a place, which {@link #leave} gives back. */
    void enter() throws BackendException {
        if (!free.tryAcquire()) {
            throw BackendException.refused(
                    BackendException.Kind.OVERLOADED,
                    "%d calls to the back end %s are under way, as many as it may have".formatted(size, backend),
                    RETRY_AFTER);
        }
    }

    void leave() {
        free.release();
    }

    int inFlight() {
        return size - free.availablePermits();
    }
}
