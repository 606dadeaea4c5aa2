package io.agentctl.sandbox.time;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock under which simulated state is looked at and changed. Whoever comes in first lets everything happen that
 * is due by the clock.
 */
public final class Simulation {
    private final SandboxClock clock;
    private final Timeline timeline;
    private final ReentrantLock lock = new ReentrantLock();

    /** A simulation that begins at the clock's present time. */
    public Simulation(SandboxClock clock) {
        this.clock = clock;
        this.timeline = new Timeline(clock.instant());
    }

    /**
     * Looks at, or changes, the state as it is now. Inside an event, or another look, it is the time of that: what is
     * due later does not happen in the middle of it.
     */
    public <T> T now(Supplier<T> look) {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) {
                timeline.advanceTo(clock.instant());
            }
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** The clock. */
    public SandboxClock clock() {
        return clock;
    }

    /** What is going to happen; to be used inside {@link #now} and by the events themselves. */
    public Timeline timeline() {
        return timeline;
    }

    /** The time of the event that is happening. */
    public Instant instant() {
        return timeline.now();
    }
}
