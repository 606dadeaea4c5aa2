package io.agentctl.runtime.backend;

/** What carries out an intent. Implementations are safe for concurrent use; calls come on virtual threads. */
public interface Backend extends AutoCloseable {

    /**
     * Carries out one request, within its deadline.
     *
     * @throws BackendException if there is no answer, with the reason
     */
    BackendAnswer call(BackendCall call) throws BackendException;

    /** How it is doing, from what it saw of late; asks nobody. */
    BackendHealth health();

    @Override
    void close();
}
