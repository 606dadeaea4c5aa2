package io.agentctl.policies.serving;

import java.util.Arrays;

/** Counts over the last minute: a ring with a count for each second, the present one included. Thread-safe. */
public final class UsageWindow {

    /** How long it looks back, seconds. */
    public static final int SECONDS = 60;

    private final int[] counts = new int[SECONDS];
    private long newest = Long.MIN_VALUE;
    private long sum;

    /** Counts one in a second of a monotonic time, and tells how many there are with it. */
    public synchronized long add(long second) {
        if (newest == Long.MIN_VALUE || second - newest >= SECONDS) {
            Arrays.fill(counts, 0);
            sum = 0;
            newest = second;
        }
        while (newest < second) {
            newest++;
            int slot = Math.floorMod(newest, SECONDS);
            sum -= counts[slot];
            counts[slot] = 0;
        }
        // A request that was overtaken counts into the newest second.
        counts[Math.floorMod(newest, SECONDS)]++;
        return ++sum;
    }
}
