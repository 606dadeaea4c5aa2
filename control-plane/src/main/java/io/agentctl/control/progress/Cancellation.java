package io.agentctl.control.progress;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the caller has asked to stop. A use case looks between its steps, finishes the step that it is in, and then
 * throws {@link io.agentctl.control.error.ErrorCode#INTERRUPTED} with what is left to do in the message and how to go
 * on in the advice. Once requested it stays requested. Safe to use from several threads.
 */
public final class Cancellation {

    private final CountDownLatch asked = new CountDownLatch(1);

    /** A cancellation that nobody will request. */
    public static Cancellation never() {
        return new Cancellation();
    }

    /** Asks to stop and wakes every {@link #sleep}. Asking again changes nothing. */
    public void request() {
        asked.countDown();
    }

    /** True once somebody has asked to stop. */
    public boolean requested() {
        return asked.getCount() == 0;
    }

    /**
     * Sleeps, but no longer than until a stop is asked for. An interrupt of the thread counts as being asked, and the
     * thread stays interrupted.
     *
     * @param duration how long; zero or less returns at once
     * @return true if work may go on, false if a stop was asked for
     */
    public boolean sleep(Duration duration) {
        try {
            return !asked.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
