package io.agentctl.control.windows.state;

import java.time.Instant;

/**
 * A service that was put to sleep, or is about to be.
 *
 * @param window the window that it sleeps by; empty for one that somebody put to sleep by hand
 * @param floor the tasks that it sleeps with
 * @param since when it was recorded
 * @param original what to wake it to
 */
public record Sleeping(String window, int floor, Instant since, Original original) {

    public Sleeping {
        if (floor < 0 || floor >= original.desired()) {
            throw new IllegalArgumentException("a service sleeps with fewer tasks than it had");
        }
    }

    /** The same with another memory of what it was. */
    public Sleeping remembering(Original other) {
        return new Sleeping(window, floor, since, other);
    }

    /** The same at another floor. */
    public Sleeping at(int other) {
        return new Sleeping(window, other, since, original);
    }
}
