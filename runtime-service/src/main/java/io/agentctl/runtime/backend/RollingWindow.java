package io.agentctl.runtime.backend;

import java.time.Duration;

/**
 * Counts calls and bad ones over the last while, in slices that are forgotten one by one. Not safe for concurrent use.
 */
final class RollingWindow {

    private static final int SLICES = 10;

    private final long sliceNanos;
    private final int[] calls = new int[SLICES];
    private final int[] bad = new int[SLICES];
    private long newest;
    private int allCalls;
    private int allBad;

    RollingWindow(Duration length, long now) {
        this.sliceNanos = Math.max(1, length.toNanos() / SLICES);
        this.newest = Math.floorDiv(now, sliceNanos);
    }

    void add(long now, boolean isBad) {
        advance(now);
        int slice = Math.floorMod(newest, SLICES);
        calls[slice]++;
        allCalls++;
        if (isBad) {
            bad[slice]++;
            allBad++;
        }
    }

    int calls(long now) {
        advance(now);
        return allCalls;
    }

    int bad(long now) {
        advance(now);
        return allBad;
    }

    void clear() {
        for (int slice = 0; slice < SLICES; slice++) {
            forget(slice);
        }
    }

    private void advance(long now) {
        long current = Math.floorDiv(now, sliceNanos);
        long steps = Math.min(current - newest, SLICES);
        for (long step = 1; step <= steps; step++) {
            forget(Math.floorMod(newest + step, SLICES));
        }
        newest = Math.max(newest, current);
    }

    private void forget(int slice) {
        allCalls -= calls[slice];
        allBad -= bad[slice];
        calls[slice] = 0;
        bad[slice] = 0;
    }
}
