package io.agentctl.alarm.metric;

import java.util.OptionalDouble;

/**
 * When a metric alarm changes its state.
 *
 * @param comparison how a data point is compared
 * @param threshold with what, finite, in the unit of the metric
 * @param periodSeconds what one data point stands for: 10, 20, 30 or a multiple of 60
 * @param evaluationPeriods N: how many of the latest data points count, at least 1
 * @param datapointsToAlarm M: how many of them must breach, 1 to N
 * @param missing what periods without data mean
 * @param fewSamples for a percentile that is to be ignored where it comes from few samples: which percentile, 0 to 1
 */
public record AlarmRule(
        Comparison comparison,
        double threshold,
        int periodSeconds,
        int evaluationPeriods,
        int datapointsToAlarm,
        MissingData missing,
        OptionalDouble fewSamples) {

    /**
     * How many periods more than N an evaluation looks at. The guide gives no rule, only examples: five for N = 3 (same
     * page, "How alarm state is evaluated when data is missing").
     */
    private static final int WIDER_BY = 2;

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;
    /** See {@link #samplesNeeded()}. */
    private static final double SIGNIFICANT = 10;

    private static final double MEDIAN = 0.5;
    private static final double PRECISION = 1e6;

    /** @throws IllegalArgumentException for what CloudWatch would refuse */
    public AlarmRule {
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("a threshold is finite, not " + threshold);
        }
        if (!isPeriod(periodSeconds)) {
            throw new IllegalArgumentException(
                    "a period is 10, 20, 30 or a multiple of 60 seconds, not " + periodSeconds);
        }
        if (evaluationPeriods < 1 || datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods) {
            throw new IllegalArgumentException("data points to alarm are 1 to the evaluation periods, not "
                    + datapointsToAlarm + " of " + evaluationPeriods);
        }
        if ((long) periodSeconds * evaluationPeriods > longestSeconds(periodSeconds)) {
            throw new IllegalArgumentException(
                    "period times evaluation periods is at most %d days with a period of %d seconds, not %d seconds"
                            .formatted(
                                    longestSeconds(periodSeconds) / DAY,
                                    periodSeconds,
                                    (long) periodSeconds * evaluationPeriods));
        }
        if (fewSamples.isPresent() && (fewSamples.getAsDouble() <= 0 || fewSamples.getAsDouble() >= 1)) {
            throw new IllegalArgumentException("a percentile is between 0 and 1, not " + fewSamples.getAsDouble());
        }
    }

    public static boolean isPeriod(int seconds) {
        return seconds == 10 || seconds == 20 || seconds == 30 || (seconds >= MINUTE && seconds % MINUTE == 0);
    }

    /** The longest that an alarm may look back, in seconds: a week with periods of an hour and more, else a day. */
    public static long longestSeconds(int periodSeconds) {
        return periodSeconds >= HOUR ? 7L * DAY : DAY;
    }

    /** How many periods an evaluation looks at, so that missing ones can be made up for by older ones. */
    public int rangePeriods() {
        return evaluationPeriods + WIDER_BY;
    }

    /** How often the state is decided, in seconds: each hour where it looks back more than a day, else each minute. */
    public int evaluatedEverySeconds() {
        if (periodSeconds < MINUTE) {
            return periodSeconds;
        }
        return (long) periodSeconds * evaluationPeriods > DAY ? HOUR : MINUTE;
    }

    /**
     * How many samples a period needs for its percentile to count: {@code 10 / (1 - p)} from the median up, else
     * {@code 10 / p} (CloudWatch User Guide, "Percentile-based alarms and low data samples"); 0 where few samples are
     * as good as many.
     */
    public double samplesNeeded() {
        if (fewSamples.isEmpty()) {
            return 0;
        }
        double percentile = fewSamples.getAsDouble();
        double needed = SIGNIFICANT / (percentile >= MEDIAN ? 1 - percentile : percentile);
        // 1 - 0.9 is a little less than a tenth: a hundred samples are enough for the ninetieth percentile.
        return Math.rint(needed * PRECISION) / PRECISION;
    }
}
