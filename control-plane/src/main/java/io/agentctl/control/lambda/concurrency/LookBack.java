package io.agentctl.control.lambda.concurrency;

import java.time.Duration;
import java.time.Instant;

/**
 * How far is looked back, and how finely.
 *
 * @param from the first period's start
 * @param to the end of the period that is under way
 * @param period a minute, five minutes, or an hour
 */
record LookBack(Instant from, Instant to, Duration period) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FINE = Duration.ofMinutes(5);
    private static final Duration COARSE = Duration.ofHours(1);

    /** A maximum over five minutes is one over each of its minutes, at a fifth of the points. */
    private static final Duration MINUTES_UP_TO = Duration.ofDays(3);

    /** Beyond, CloudWatch keeps hours only (its service model, GetMetricData). */
    private static final Duration FINE_UP_TO = Duration.ofDays(63);

    static LookBack of(Duration since, Instant now) {
        Duration period =
                since.compareTo(MINUTES_UP_TO) <= 0 ? MINUTE : since.compareTo(FINE_UP_TO) <= 0 ? FINE : COARSE;
        long seconds = period.toSeconds();
        Instant to = Instant.ofEpochSecond(Math.ceilDiv(now.getEpochSecond(), seconds) * seconds);
        long periods = Math.max(1, Math.ceilDiv(since.toSeconds(), seconds));
        return new LookBack(to.minus(period.multipliedBy(periods)), to, period);
    }
}
