package io.agentctl.runtime.backend;

import java.time.Duration;

/**
 * When a back end is left alone.
 *
 * @param failureRatio share of failed and slow calls within the window that opens the circuit, above 0 to 1
 * @param minimumCalls calls within the window before the share means anything, from 1
 * @param window how far back it looks
 * @param slowCall what takes this long is counted like a failure, though its answer is used
 * @param openFor how long it is left alone at least; a random part, up to a quarter, is added, so that many instances
 *     do not come back at once
 * @param probes calls let through together after that; when as many have gone well, the circuit closes
 */
public record BreakerSettings(
        double failureRatio, int minimumCalls, Duration window, Duration slowCall, Duration openFor, int probes) {

    public BreakerSettings {
        if (!(failureRatio > 0 && failureRatio <= 1)) {
            throw new IllegalArgumentException("failureRatio must be above 0 and at most 1: " + failureRatio);
        }
        if (minimumCalls < 1 || probes < 1) {
            throw new IllegalArgumentException("minimumCalls and probes must be at least 1");
        }
        requirePositive("window", window);
        requirePositive("slowCall", slowCall);
        requirePositive("openFor", openFor);
    }

    /** Half of at least 20 calls in 10 seconds; 5 seconds' rest, 3 probes. */
    public static BreakerSettings usual(Duration slowCall) {
        return new BreakerSettings(0.5, 20, Duration.ofSeconds(10), slowCall, Duration.ofSeconds(5), 3);
    }

    static void requirePositive(String what, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(what + " must be longer than nothing: " + duration);
        }
    }
}
