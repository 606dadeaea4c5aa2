package io.agentctl.control.lambda.cost;

import io.agentctl.control.pricing.PriceTable;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that costs are added up over.
 *
 * @param from its beginning; midnight UTC for windows of more than three days
 * @param until now
 * @param period how finely metrics are read: an hour, or a day
 */
record CostWindow(Instant from, Instant until, Duration period) {

    private static final Duration HOURS_UP_TO = Duration.ofDays(3);
    private static final double SECONDS_PER_HOUR = 3600;

    static CostWindow of(Duration since, Instant now) {
        Duration period = since.compareTo(HOURS_UP_TO) <= 0 ? Duration.ofHours(1) : Duration.ofDays(1);
        return new CostWindow(floor(now.minus(since), period), now, period);
    }

    /** The end of the period that is under way. */
    Instant to() {
        Instant floor = floor(until, period);
        return floor.equals(until) ? floor : floor.plus(period);
    }

    double seconds() {
        return Math.max(1, Duration.between(from, until).toSeconds());
    }

    /** A month of 730 hours has so many of it. */
    double perMonth() {
        return PriceTable.HOURS_PER_MONTH * SECONDS_PER_HOUR / seconds();
    }

    private static Instant floor(Instant time, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
