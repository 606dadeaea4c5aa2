package io.agentctl.sandbox.workload;

/**
 * What a service has to do over time, whatever its size and count. Times are minutes since the epoch. A pure function:
 * the same minute gives the same answer.
 */
public interface Workload {
    /** The CPU that the whole service wants in that minute, in CPU units (1,024 a vCPU), not negative. */
    double cpuUnits(long epochMinute);

    /** The memory that the whole service's work holds in that minute, in MiB, spread over its tasks. */
    double memoryMebibytes(long epochMinute);

    /** What every task uses besides its share of the work. */
    PerTask perTask();

    /** What decides the differences between tasks and within a minute; the same seed gives the same differences. */
    long seed();

    /**
     * What a task uses by merely running.
     *
     * @param cpuUnits CPU units, not negative
     * @param memoryMebibytes MiB, not negative
     * @param imbalance how much busier the busiest task is than the average, 0 to 1; 0.2 means up to 20 %
     */
    record PerTask(double cpuUnits, double memoryMebibytes, double imbalance) {
        /** Validates. */
        public PerTask {
            if (!(cpuUnits >= 0) || !(memoryMebibytes >= 0) || !(imbalance >= 0 && imbalance <= 1)) {
                throw new IllegalArgumentException(
                        "A task's own use must not be negative, and its imbalance within 0..1: %s, %s, %s"
                                .formatted(cpuUnits, memoryMebibytes, imbalance));
            }
        }
    }
}
