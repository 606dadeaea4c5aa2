package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;

/** Hears, about each second, what ended in it. Called from the thread that looks after a run; must not block. */
@FunctionalInterface
public interface LoadObserver {

    /** Hears nothing. */
    LoadObserver NONE = (latency, failed) -> {};

    /**
     * Hears of a second.
     *
     * @param latency of what ended
     * @param failed how many of it count as errors
     */
    void second(Latencies latency, long failed);
}
