package io.agentctl.control.aws;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives out tokens at a rate, after a first lot that is there at once. Whoever takes one is told how long to wait for
 * it, in the order of asking. Thread-safe.
 */
final class TokenBucket {

    private static final double NANOS = 1e9;

    private final double capacity;
    private final double perSecond;
    private final LongSupplier nanos;
    private double tokens;
    private long filled;

    /**
     * A full bucket.
     *
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
     */
    TokenBucket(double capacity, double perSecond, LongSupplier nanos) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.tokens = capacity;
        this.filled = nanos.getAsLong();
    }

    /** Takes a token, which may come only after the wait that is returned. */
    synchronized Duration take() {
        long now = nanos.getAsLong();
        tokens = Math.min(capacity, tokens + (now - filled) / NANOS * perSecond);
        filled = now;
        tokens--;
        return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(-tokens / perSecond * NANOS));
    }
}
