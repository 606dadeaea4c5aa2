package io.agentctl.runtime.backend;

import java.time.Duration;

/** Takes a request to one target, once. Blocks its thread, which may be interrupted to give up. */
interface Transport extends AutoCloseable {

    /**
     * Sends a request and waits for its answer.
     *
     * @param timeout after which nobody is interested any more; an upper bound is kept by the caller in any case
     * @return one JSON value, UTF-8
     */
    byte[] send(BackendCall call, Duration timeout) throws BackendException;

    @Override
    void close();
}
