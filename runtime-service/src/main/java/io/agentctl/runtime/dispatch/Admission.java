package io.agentctl.runtime.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in as many requests as can be carried, and a few that wait for a moment; all others are refused before anything
 * is read of them, so that whoever was let in is as fast as ever. Thread-safe.
 */
public final class Admission {

    private final Semaphore places;
    private final int concurrency;
    private final int queue;
    private final long waitNanos;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Makes an admission.
     *
     * @param concurrency requests under way at once
     * @param queue requests that wait at once
     * @param wait how long one waits at most
     */
    public Admission(int concurrency, int queue, Duration wait) {
        this.places = new Semaphore(concurrency);
        this.concurrency = concurrency;
        this.queue = queue;
        this.waitNanos = wait.toNanos();
    }

    /** Lets nobody in from here on. */
    public void close() {
        closed = true;
    }

    /** Waits until nobody is under way any more, for so long at most. */
    public void awaitEmpty(Duration wait) throws InterruptedException {
        if (places.tryAcquire(concurrency, wait.toNanos(), TimeUnit.NANOSECONDS)) {
            places.release(concurrency);
        }
    }

    /** Takes a place, which must be given back by {@link #leave}; false if there is none. */
    public boolean enter() {
        if (closed) {
            return false;
        }
        // Those who wait are served first: without this a stream of newcomers would starve them.
        if (waiting.get() == 0 && places.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(waitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Gives a place back. */
    public void leave() {
        places.release();
    }

    /** Requests under way. */
    public int inFlight() {
        return concurrency - places.availablePermits();
    }

    /** Requests that wait. */
    public int waiting() {
        return waiting.get();
    }
}
