package io.agentctl.control.alarms.replay;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** A value for each minute, filled in from what was read; NaN for none. */
final class MinuteSeries {

    private final Instant from;
    private final double[] values;

    private MinuteSeries(Instant from, double[] values) {
        this.from = from;
        this.values = values;
    }

    /** How the value of several minutes stands for each of them. */
    enum Spread {
        /** Each minute has it. */
        EACH,
        /** Each minute has its part of it. */
        EVENLY
    }

    static MinuteSeries empty(Instant from, Instant to) {
        double[] values = new double[(int) Duration.between(from, to).toMinutes()];
        Arrays.fill(values, Double.NaN);
        return new MinuteSeries(from, values);
    }

    void put(Series series, Spread spread) {
        int width = (int) series.period().toMinutes();
        int at = index(series.start());
        for (int i = 0; i < series.size(); i++, at += width) {
            double value = series.value(i);
            Arrays.fill(
                    values, at, Math.min(at + width, values.length), spread == Spread.EVENLY ? value / width : value);
        }
    }

    /**
     * Puts each value to the last minute of its period.
     *
     * @param minutes how many minutes from there on have it, until a later period is read
     */
    void putEnds(Series series, int minutes) {
        for (int i = 0; i < series.size(); i++) {
            int last = index(series.time(i + 1)) - 1;
            Arrays.fill(values, last, Math.min(last + minutes, values.length), series.value(i));
        }
    }

    private int index(Instant time) {
        return (int) Duration.between(from, time).toMinutes();
    }

    long firstEnd() {
        return from.getEpochSecond() + Minutes.MINUTE;
    }

    /** The values of the minutes that end at a time, which is at or after the first end, and later. */
    double[] valuesSince(long second) {
        int skipped = (int) ((second - firstEnd()) / Minutes.MINUTE);
        return skipped == 0 ? values : Arrays.copyOfRange(values, skipped, values.length);
    }
}
