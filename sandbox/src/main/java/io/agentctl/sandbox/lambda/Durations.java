package io.agentctl.sandbox.lambda;

/** How long a function runs at a memory size: by a model, or as it was measured. */
public sealed interface Durations permits DurationModel, DurationSamples {
    /**
     * An invocation; the same for the same seed and number.
     *
     * @param memory the size in MB
     * @param seed decides what chance decides
     * @param invocation the invocation's number
     */
    Run draw(int memory, long seed, long invocation);

    /** The mean at a memory size in MB, in milliseconds, without the start of environments. */
    double meanMillis(int memory);

    /**
     * A quantile of durations, without the start of environments.
     *
     * @param memory the size in MB
     * @param rank above 0 and below 1
     * @return milliseconds
     */
    double quantileMillis(int memory, double rank);

    /** MB; an environment of fewer is killed. */
    int memoryNeeded();

    /**
     * What chance decided about an invocation.
     *
     * @param millis how long the handler wants to run
     * @param initMillis how long a new environment would take to start
     * @param memoryUsed MB in use
     */
    record Run(double millis, double initMillis, int memoryUsed) {}
}
