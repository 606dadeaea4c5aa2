package io.agentctl.sandbox.workload;

import java.util.Objects;

/**
 * A recorded series, replayed and repeated. The trace's last sample ends at a given minute; before its beginning and
 * after its end it repeats.
 */
public final class TraceWorkload implements Workload {
    private final float[] cpuByMinute;
    private final float[] memoryByMinute;
    private final long endMinute;
    private final PerTask perTask;
    private final long seed;

    /**
     * Keeps the series.
     *
     * @param cpuByMinute CPU units of the whole service, one a minute
     * @param memoryByMinute MiB of the whole service, one a minute, as many
     * @param endMinute the minute since the epoch that follows the last sample
     * @param perTask what every task uses besides
     * @param seed decides the differences between tasks
     */
    public TraceWorkload(float[] cpuByMinute, float[] memoryByMinute, long endMinute, PerTask perTask, long seed) {
        if (cpuByMinute.length == 0 || cpuByMinute.length != memoryByMinute.length) {
            throw new IllegalArgumentException("A trace needs as many memory as CPU samples, and at least one");
        }
        this.cpuByMinute = cpuByMinute.clone();
        this.memoryByMinute = memoryByMinute.clone();
        this.endMinute = endMinute;
        this.perTask = Objects.requireNonNull(perTask, "perTask");
        this.seed = seed;
    }

    @Override
    public double cpuUnits(long epochMinute) {
        return cpuByMinute[index(epochMinute)];
    }

    @Override
    public double memoryMebibytes(long epochMinute) {
        return memoryByMinute[index(epochMinute)];
    }

    @Override
    public PerTask perTask() {
        return perTask;
    }

    @Override
    public long seed() {
        return seed;
    }

    private int index(long epochMinute) {
        return (int) Math.floorMod(epochMinute - endMinute, (long) cpuByMinute.length);
    }
}
