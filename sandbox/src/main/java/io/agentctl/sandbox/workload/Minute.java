package io.agentctl.sandbox.workload;

/** One minute of a service's utilization; reused from minute to minute, because millions are computed in a row. */
public final class Minute {
    private static final double FULL = 100;
    private static final long CPU_SALT = 0x5eed_1001L;
    private static final long MEMORY_SALT = 0x5eed_1002L;
    /** With a single task, the spread that is left is that within the minute. */
    private static final double WITHIN_MINUTE_SHARE = 0.4;
    /** Memory differs less between tasks than CPU does. */
    private static final double MEMORY_SPREAD_SHARE = 0.25;

    private int running;
    private final Percent cpu = new Percent();
    private final Percent memory = new Percent();

    /** Percent of the task size: the average over tasks, the coolest and the hottest task. */
    public static final class Percent {
        private double average;
        private double minimum;
        private double maximum;

        private void set(double uncapped, double spreadUp, double spreadDown) {
            average = Math.min(FULL, uncapped);
            minimum = Math.min(FULL, uncapped * (1 - spreadDown));
            maximum = Math.min(FULL, uncapped * (1 + spreadUp));
        }

        /** Mean over the running tasks, 0 to 100. */
        public double average() {
            return average;
        }

        /** The coolest task, 0 to 100. */
        public double minimum() {
            return minimum;
        }

        /** The hottest task, 0 to 100: what goes beyond is never seen. */
        public double maximum() {
            return maximum;
        }
    }

    /**
     * Computes the minute.
     *
     * @param workload what there is to do
     * @param minute minutes since the epoch
     * @param tasks running tasks, not negative
     * @param cpuUnits the CPU units of a task
     * @param memoryMebibytes the MiB of a task
     */
    public void compute(Workload workload, long minute, int tasks, int cpuUnits, int memoryMebibytes) {
        running = tasks;
        if (tasks == 0) {
            return;
        }
        Workload.PerTask own = workload.perTask();
        double share = tasks == 1 ? WITHIN_MINUTE_SHARE : 1;
        double spread = own.imbalance() * share * (0.5 + 0.5 * Noise.uniform(workload.seed() ^ CPU_SALT, minute));
        double cpuUse = own.cpuUnits() + workload.cpuUnits(minute) / tasks;
        cpu.set(FULL * cpuUse / cpuUnits, spread, spread * 0.8);
        double memoryUse = own.memoryMebibytes() + workload.memoryMebibytes(minute) / tasks;
        double memorySpread = MEMORY_SPREAD_SHARE
                * own.imbalance()
                * share
                * (0.5 + 0.5 * Noise.uniform(workload.seed() ^ MEMORY_SALT, minute));
        memory.set(FULL * memoryUse / memoryMebibytes, memorySpread, memorySpread);
    }

    /** Tasks that ran. */
    public int running() {
        return running;
    }

    /** CPU in percent of the task's size; meaningless while nothing runs. */
    public Percent cpu() {
        return cpu;
    }

    /** Memory in percent of the task's size; meaningless while nothing runs. */
    public Percent memory() {
        return memory;
    }
}
