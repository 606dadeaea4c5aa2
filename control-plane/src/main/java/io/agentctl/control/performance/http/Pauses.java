package io.agentctl.control.performance.http;

import java.util.concurrent.locks.LockSupport;

/** Waiting for less than a selector can. */
final class Pauses {

    /** About what Linux makes of the shortest pause (its timer slack is 50 µs). */
    static final long SHORTEST = 60_000;

    private static final long ASKED = 1_000;

    private Pauses() {}

    static void shortest() {
        LockSupport.parkNanos(ASKED);
    }
}
