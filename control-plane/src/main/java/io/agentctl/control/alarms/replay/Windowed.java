package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.Datapoints;
import java.util.Arrays;

/**
 * A statistic over the period that ends at each minute: CloudWatch slides the periods of alarms along every minute.
 * Immutable; arrays are handed over, not copied.
 */
public final class Windowed implements DatapointSource {

    private static final double[] MATTER_NOT = {};

    private final long firstEnd;
    private final int periodSeconds;
    private final double[] values;
    private final double[] samples;

    private Windowed(long firstEnd, int periodSeconds, double[] values, double[] samples) {
        this.firstEnd = firstEnd;
        this.periodSeconds = periodSeconds;
        this.values = values;
        this.samples = samples;
    }

    /**
     * Values for which it does not matter from how many samples they come.
     *
     * @param firstEnd when the period of the first value ends, since the epoch
     * @param values one for each minute from then on, NaN for none
     */
    public static Windowed of(long firstEnd, int periodSeconds, double[] values) {
        return new Windowed(firstEnd, periodSeconds, values, MATTER_NOT);
    }

    /** The same, each from a number of samples. */
    Windowed withSamples(double[] counts) {
        if (counts.length != values.length) {
            throw new IllegalArgumentException("each value has its number of samples");
        }
        return new Windowed(firstEnd, periodSeconds, values, counts);
    }

    /** The same without what ends before a time, which is at or after the first end. */
    Windowed since(long second) {
        int skipped = (int) ((second - firstEnd) / Minutes.MINUTE);
        return skipped == 0 ? this : new Windowed(second, periodSeconds, tail(values, skipped), tail(samples, skipped));
    }

    private static double[] tail(double[] array, int skipped) {
        return array.length == 0 ? array : Arrays.copyOfRange(array, skipped, array.length);
    }

    long firstEnd() {
        return firstEnd;
    }

    int size() {
        return values.length;
    }

    double[] values() {
        return values;
    }

    /** Whether nothing was measured at all. */
    boolean isEmpty() {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    @Override
    public Datapoints before(long endSecond, int periods) {
        int step = periodSeconds / Minutes.MINUTE;
        long index = Math.floorDiv(endSecond - firstEnd, (long) Minutes.MINUTE);
        double[] read = new double[periods];
        double[] counts = new double[periods];
        for (int i = periods - 1; i >= 0; i--, index -= step) {
            boolean known = index >= 0 && index < values.length;
            read[i] = known ? values[(int) index] : Double.NaN;
            counts[i] = samples.length == 0 || !known ? Double.POSITIVE_INFINITY : samples[(int) index];
        }
        return new Datapoints(read, counts);
    }
}
