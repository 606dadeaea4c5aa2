package io.agentctl.control.capacity;

import java.time.Duration;
import java.time.Instant;

/**
 * How far is looked back, and how finely.
 *
 * @param from the first period's start
 * @param to the end of the last whole period
 * @param period a minute, five minutes, or an hour: what CloudWatch keeps for so long
 */
record LookBack(Instant from, Instant to, Duration period) {

    static final Duration MINUTE = Duration.ofMinutes(1);

    /** CloudWatch keeps minutes for 15 days, five minutes for 63 (its service model, GetMetricData). */
    private static final Duration MINUTES_UP_TO = Duration.ofDays(15);

    private static final Duration FIVE_MINUTES_UP_TO = Duration.ofDays(63);

    static LookBack of(Duration since, Instant now) {
        Duration period = since.compareTo(MINUTES_UP_TO) <= 0
                ? MINUTE
                : since.compareTo(FIVE_MINUTES_UP_TO) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
        return of(since, now, period);
    }

    static LookBack of(Duration since, Instant now, Duration period) {
        long seconds = period.toSeconds();
        Instant to = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        long periods = Math.max(1, Math.ceilDiv(since.toSeconds(), seconds));
        return new LookBack(to.minus(period.multipliedBy(periods)), to, period);
    }
}
