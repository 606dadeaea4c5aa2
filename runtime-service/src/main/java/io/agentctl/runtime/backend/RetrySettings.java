package io.agentctl.runtime.backend;

import java.time.Duration;

/**
 * How often a request is sent again.
 *
 * @param retries further attempts at most for one request, from 0
 * @param budget retries in proportion to requests, over time: 0.1 lets one in ten be repeated, so that a target in
 *     trouble does not get a multiple of its load
 * @param firstBackoff longest pause before the first retry; doubled for each further one
 * @param longestBackoff where the doubling ends
 * @param idempotent whether requests may be repeated that may have been carried out, such as after a lost connection
 */
public record RetrySettings(
        int retries, double budget, Duration firstBackoff, Duration longestBackoff, boolean idempotent) {

    /** Two retries within a tenth of the requests, 50 ms to 2 s apart, of what was not carried out. */
    public static final RetrySettings USUAL =
            new RetrySettings(2, 0.1, Duration.ofMillis(50), Duration.ofSeconds(2), false);

    public RetrySettings {
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative: " + retries);
        }
        if (!(budget >= 0 && budget <= 1)) {
            throw new IllegalArgumentException("retryBudget must be from 0 to 1: " + budget);
        }
        BreakerSettings.requirePositive("firstBackoff", firstBackoff);
        if (longestBackoff.compareTo(firstBackoff) < 0) {
            throw new IllegalArgumentException("longestBackoff must not be shorter than firstBackoff");
        }
    }
}
