package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.AlarmRule;
import java.time.Duration;

/**
 * How a window is made of periods.
 *
 * @param periodSeconds each of them
 * @param periods how many
 * @param coarse true if slices had to be made longer, for an alarm to look back so far
 */
record Lookback(int periodSeconds, int periods, boolean coarse) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    /** The longest period; source: CloudWatch User Guide, "CloudWatch concepts: Periods". */
    private static final int DAY = 86_400;

    /**
     * A window that is looked at as a whole: one period up to a day, days beyond.
     *
     * @throws IllegalArgumentException for a length that periods cannot make
     */
    static Lookback whole(Duration window) {
        long seconds = wholeMinutes(window);
        if (seconds <= DAY) {
            return new Lookback((int) seconds, 1, false);
        }
        if (seconds % DAY != 0) {
            throw new IllegalArgumentException(
                    "a window of more than a day is made of days, since no period is longer: not "
                            + Lengths.text(window));
        }
        return within(window, DAY, seconds / DAY, false);
    }

    /**
     * A window of slices. An alarm looks back a day at most with periods of less than an hour: beyond, slices are made
     * an hour long.
     *
     * @throws IllegalArgumentException for a length that periods cannot make
     */
    static Lookback sliced(Duration window, Duration slice) {
        long seconds = wholeMinutes(window);
        long period = wholeMinutes(slice);
        long count = Math.max(1, (seconds + period - 1) / period);
        if (count * period <= AlarmRule.longestSeconds((int) period)) {
            return within(window, period, count, false);
        }
        long coarse = Math.max(HOUR, period);
        return within(window, coarse, (seconds + coarse - 1) / coarse, coarse != period);
    }

    private static Lookback within(Duration window, long period, long count, boolean coarse) {
        if (period > DAY || period * count > AlarmRule.longestSeconds((int) period)) {
            throw new IllegalArgumentException(
                    "an alarm looks back a week at most, in periods of a day at most: not " + Lengths.text(window));
        }
        return new Lookback((int) period, (int) count, coarse);
    }

    private static long wholeMinutes(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < MINUTE || seconds % MINUTE != 0) {
            throw new IllegalArgumentException(
                    "a period is a multiple of a minute: " + Lengths.text(length) + " is none");
        }
        return seconds;
    }
}
