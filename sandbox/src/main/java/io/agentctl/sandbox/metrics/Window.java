package io.agentctl.sandbox.metrics;

import java.time.Duration;
import java.time.Instant;

/**
 * The periods that a request asks for.
 *
 * @param firstSecond the beginning of the first period since the epoch; for longer periods than a minute it need not be
 *     a multiple of the period
 * @param period seconds
 * @param count how many periods
 * @param oldestSecond what begins before is no longer kept at this resolution
 */
record Window(long firstSecond, int period, int count, long oldestSecond) {
    private static final Duration FULL_RESOLUTION = Duration.ofHours(3);
    private static final Duration MINUTES = Duration.ofDays(15);
    private static final Duration FIVE_MINUTES = Duration.ofDays(63);
    private static final Duration HOURS = Duration.ofDays(455);
    private static final int MINUTE = 60;
    private static final int FIVE = 300;
    private static final int HOUR = 3600;

    /** How the service rounds and keeps: documentation of {@code GetMetricData} in its service model. */
    static Window of(Instant start, Instant end, int period, Instant now) {
        boolean highResolution = period == 1 || period == 5 || period == 10 || period == 20 || period == 30;
        if (!highResolution && (period < MINUTE || period % MINUTE != 0)) {
            throw CloudWatchErrors.validation("Period must be 1, 5, 10, 20, 30 or a multiple of 60: " + period);
        }
        long step = step(Duration.between(start, now), period);
        long first = Math.floorDiv(start.getEpochSecond(), step) * step;
        long count = Math.max(0, Math.ceilDiv(end.getEpochSecond() - first, (long) period));
        long oldest = now.minus(retention(period)).getEpochSecond();
        return new Window(first, period, (int) Math.min(count, Integer.MAX_VALUE), oldest);
    }

    /** What a start is rounded down to: by how long ago it is, and for shorter periods than a minute by the period. */
    private static int step(Duration age, int period) {
        if (period < MINUTE) {
            return period;
        }
        if (age.compareTo(MINUTES) < 0) {
            return MINUTE;
        }
        return age.compareTo(FIVE_MINUTES) < 0 ? FIVE : HOUR;
    }

    private static Duration retention(int period) {
        if (period < MINUTE) {
            return FULL_RESOLUTION;
        }
        if (period % HOUR == 0) {
            return HOURS;
        }
        return period % FIVE == 0 ? FIVE_MINUTES : MINUTES;
    }

    long second(int index) {
        return firstSecond + (long) index * period;
    }

    boolean kept(int index) {
        return second(index) >= oldestSecond;
    }
}
