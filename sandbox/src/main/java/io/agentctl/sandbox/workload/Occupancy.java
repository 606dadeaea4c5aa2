package io.agentctl.sandbox.workload;

import java.util.Arrays;

/**
 * How many tasks of which size a service ran since when. Immutable, so that a reader can go on with the one it got
 * while the service moves on.
 */
public final class Occupancy {
    private static final int FIELDS = 3;

    private final long[] since;
    private final int[] fields;
    private final int length;

    private Occupancy(long[] since, int[] fields, int length) {
        this.since = since;
        this.fields = fields;
        this.length = length;
    }

    /** No tasks, ever. */
    public static Occupancy none() {
        return new Occupancy(new long[4], new int[4 * FIELDS], 0);
    }

    /**
     * The same history with one more change.
     *
     * @param epochMillis when the change happened; not before the last one
     * @param running tasks running from then on
     * @param cpuUnits CPU units of a task
     * @param memoryMebibytes MiB of a task
     */
    public Occupancy with(long epochMillis, int running, int cpuUnits, int memoryMebibytes) {
        if (length > 0 && epochMillis < since[length - 1]) {
            throw new IllegalArgumentException(
                    "History cannot be changed: " + epochMillis + " is before the last entry");
        }
        int slot = length > 0 && since[length - 1] == epochMillis ? length - 1 : length;
        // Appends share the arrays: a reader of a shorter history never looks past its own length.
        boolean full = slot == since.length || slot < length;
        long[] times = full ? Arrays.copyOf(since, Math.max(since.length, slot * 2)) : since;
        int[] values = full ? Arrays.copyOf(fields, times.length * FIELDS) : fields;
        times[slot] = epochMillis;
        values[slot * FIELDS] = running;
        values[slot * FIELDS + 1] = cpuUnits;
        values[slot * FIELDS + 2] = memoryMebibytes;
        return new Occupancy(times, values, slot + 1);
    }

    /** The index of the entry in force at a time, or -1 before the first. */
    int indexAt(long epochMillis) {
        int found = Arrays.binarySearch(since, 0, length, epochMillis);
        return found >= 0 ? found : -found - 2;
    }

    /** Moves an index forward to the entry in force at a later time. */
    int indexFrom(int index, long epochMillis) {
        int moved = index;
        while (moved + 1 < length && since[moved + 1] <= epochMillis) {
            moved++;
        }
        return moved;
    }

    int running(int index) {
        return index < 0 ? 0 : fields[index * FIELDS];
    }

    int cpuUnits(int index) {
        return fields[index * FIELDS + 1];
    }

    int memoryMebibytes(int index) {
        return fields[index * FIELDS + 2];
    }

    /** Tasks running at a time. */
    public int runningAt(long epochMillis) {
        return running(indexAt(epochMillis));
    }
}
