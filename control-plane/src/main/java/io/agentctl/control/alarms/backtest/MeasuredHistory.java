package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What was measured of one metric, each value at its time. Immutable. */
public final class MeasuredHistory {

    private final long[] seconds;
    private final double[] values;
    /** The sum of the values before an index. */
    private final double[] sums;

    /** A value at its time. */
    public record Point(Instant time, double value) {}

    private MeasuredHistory(long[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
        this.sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
    }

    /**
     * Makes a history.
     *
     * @param points finite values; of one time there may be several; at least two, which is what a distance needs
     * @throws AgentctlException BAD_DOCUMENT for fewer
     */
    public static MeasuredHistory of(List<Point> points) {
        List<Point> measured =
                points.stream().sorted(Comparator.comparing(Point::time)).toList();
        if (measured.size() < 2) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "a history needs at least two values, and this one has " + measured.size(),
                    "");
        }
        long[] seconds = new long[measured.size()];
        double[] values = new double[measured.size()];
        for (int i = 0; i < values.length; i++) {
            seconds[i] = measured.get(i).time().getEpochSecond();
            values[i] = measured.get(i).value();
        }
        return new MeasuredHistory(seconds, values);
    }

    public int size() {
        return values.length;
    }

    /** When a value was measured; indexes are from 0. */
    public Instant time(int index) {
        return Instant.ofEpochSecond(seconds[index]);
    }

    public double value(int index) {
        return values[index];
    }

    /** The values, ascending. */
    public double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The whole minute in which the first value was measured. */
    public Instant start() {
        return Instant.ofEpochSecond(Math.floorDiv(seconds[0], 60L) * 60);
    }

    /** The whole minute after the last value. */
    public Instant end() {
        return Instant.ofEpochSecond((Math.floorDiv(seconds[seconds.length - 1], 60L) + 1) * 60);
    }

    /** The distance between values that is found most often in the middle: the median, at least a minute. */
    public Duration usualDistance() {
        long[] distances = new long[seconds.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = seconds[i + 1] - seconds[i];
        }
        Arrays.sort(distances);
        long minutes = Math.max(1, Math.round(distances[distances.length / 2] / 60.0));
        return Duration.ofMinutes(minutes);
    }

    /** The values from one time to before another. */
    public MeasuredHistory between(Instant from, Instant to) {
        int first = indexOf(from.getEpochSecond());
        int last = indexOf(to.getEpochSecond());
        return new MeasuredHistory(Arrays.copyOfRange(seconds, first, last), Arrays.copyOfRange(values, first, last));
    }

    /** The average over each period, as an alarm reads it. */
    public DatapointSource averages(Duration period) {
        long length = period.toSeconds();
        return (endSecond, periods) -> {
            double[] averages = new double[periods];
            double[] samples = new double[periods];
            int to = indexOf(endSecond);
            for (int i = periods - 1; i >= 0; i--) {
                int from = indexOf(endSecond - (periods - i) * length);
                samples[i] = to - from;
                averages[i] = to == from ? Double.NaN : average(from, to);
                to = from;
            }
            return new Datapoints(averages, samples);
        };
    }

    /** A single value as it was measured: the difference of sums would have rounding in it. */
    private double average(int from, int to) {
        return to - from == 1 ? values[from] : (sums[to] - sums[from]) / (to - from);
    }

    /** The first index at or after a time. */
    private int indexOf(long second) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
