package io.agentctl.sandbox.lambda;

import java.time.Duration;
import java.time.Instant;

/** A bucket that holds one second's requests and is filled as the clock runs. Not thread-safe. */
final class RequestLimit {
    private static final double NANOS = 1e9;

    private final int rate;
    private double tokens;
    private Instant filled = Instant.MIN;

    /** A limit of so many requests a second; 0 for none. */
    RequestLimit(int rate) {
        this.rate = rate;
        this.tokens = rate;
    }

    /** Lets a request through, or not. */
    boolean admits(Instant now) {
        if (rate == 0) {
            return true;
        }
        if (filled.isBefore(now) && !filled.equals(Instant.MIN)) {
            double seconds = Duration.between(filled, now).toNanos() / NANOS;
            tokens = Math.min(rate, tokens + seconds * rate);
        }
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
