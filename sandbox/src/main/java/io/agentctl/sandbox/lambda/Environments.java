package io.agentctl.sandbox.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The execution environments of one version of a function. Not thread-safe. */
final class Environments {
    /** AWS gives no figure; environments are seen to be kept for some minutes. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Deque<Instant> idleSince = new ArrayDeque<>();
    private int busy;

    /** Takes the environment that was used last, or a new one. Returns whether it is new. */
    boolean acquire(Instant now) {
        idleSince.removeIf(since -> since.plus(KEPT).isBefore(now));
        busy++;
        return idleSince.pollLast() == null;
    }

    /** Gives an environment back; one that is not reusable is gone. */
    void release(Instant now, boolean reusable) {
        busy--;
        if (reusable) {
            idleSince.addLast(now);
        }
    }

    int busy() {
        return busy;
    }
}
