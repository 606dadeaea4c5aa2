package io.agentctl.runtime.backend;

import java.time.Duration;
import java.util.Optional;

/** Is told what back ends do; called on the thread of the request, so that it must be quick and must not throw. */
public interface BackendListener {

    /** Tells nobody. */
    BackendListener NONE = new BackendListener() {};

    /** A call begins; {@link #ended} follows in any case. */
    default void started(String backend) {}

    /**
     * A call is over.
     *
     * @param failure why there was no answer; empty where there was one
     * @param took with all attempts and the pauses between them
     * @param attempts how many times the target was asked; 0 where the bulkhead or the circuit refused
     */
    default void ended(String backend, Optional<BackendException.Kind> failure, Duration took, int attempts) {}

    /**
     * An attempt failed and another one follows.
     *
     * @param why what the last attempt ended with
     * @param pause how long it waits before the next
     */
    default void retried(String backend, BackendException.Kind why, Duration pause) {}

    /** Another attempt would have been allowed, but the budget of retries is used up. */
    default void budgetExhausted(String backend) {}

    /** The circuit changed its state; told in the order of the changes. */
    default void circuitChanged(String backend, BackendHealth.Circuit from, BackendHealth.Circuit to) {}
}
