package io.agentctl.control.metrics;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * Measurements at even distances in time, NaN where there is none. Immutable: arrays are copied on the way in and out,
 * slices share the one array inside.
 */
public final class Series {

    private final Instant start;
    private final Duration period;
    private final double[] values;
    private final int from;
    private final int size;

    private Series(Instant start, Duration period, double[] values, int from, int size) {
        this.start = start;
        this.period = period;
        this.values = values;
        this.from = from;
        this.size = size;
    }

    /**
     * Makes a series.
     *
     * @param start the time of the first value
     * @param period the distance between values, at least a millisecond
     * @param values the values, finite or NaN for a gap
     * @throws IllegalArgumentException if the period is not positive or a value is infinite
     */
    public static Series of(Instant start, Duration period, double... values) {
        if (period.toMillis() < 1) {
            throw new IllegalArgumentException("a series needs a positive period, not " + period);
        }
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("a series holds finite values and NaN for gaps");
            }
        }
        return new Series(start, period, values.clone(), 0, values.length);
    }

    /** As {@link #packed} wrote it. */
    public static Series parse(String packed) {
        String[] parts = packed.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a series is its start, its period and its values");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return of(Instant.parse(parts[0]), Duration.parse(parts[1]), values);
    }

    /** A series without a value: nothing was measured. */
    public static Series empty(Instant start, Duration period) {
        return of(start, period);
    }

    /** The time of the first value. */
    public Instant start() {
        return start;
    }

    /** The time after the last value, when the next would come. */
    public Instant end() {
        return time(size);
    }

    /** The distance between values. */
    public Duration period() {
        return period;
    }

    /** How many values there are, gaps included. */
    public int size() {
        return size;
    }

    /** True if nothing was measured: no values, or gaps alone. */
    public boolean isEmpty() {
        return present() == 0;
    }

    /** The value at an index from 0 to {@code size() - 1}; NaN for a gap. */
    public double value(int index) {
        return values[from + Objects.checkIndex(index, size)];
    }

    /** The time of an index; one past the end is allowed. */
    public Instant time(int index) {
        return start.plus(period.multipliedBy(index));
    }

    /** The value of the period that holds an instant; NaN for a gap and outside the series. */
    public double valueAt(Instant instant) {
        long index = Math.floorDiv(Duration.between(start, instant).toMillis(), period.toMillis());
        return index < 0 || index >= size ? Double.NaN : values[from + (int) index];
    }

    /** How many values are not gaps. */
    public int present() {
        int count = 0;
        for (int index = from; index < from + size; index++) {
            if (!Double.isNaN(values[index])) {
                count++;
            }
        }
        return count;
    }

    /** The part from one index to before another, sharing storage. */
    public Series slice(int fromIndex, int toIndex) {
        Objects.checkFromToIndex(fromIndex, toIndex, size);
        return new Series(time(fromIndex), period, values, from + fromIndex, toIndex - fromIndex);
    }

    /** The part whose times are at or after {@code since} and before {@code until}. */
    public Series slice(Instant since, Instant until) {
        int first = indexAtOrAfter(since);
        return slice(first, Math.max(first, indexAtOrAfter(until)));
    }

    /** This series' values on another's times: each time takes the value of the period it falls in. */
    public double[] alignedTo(Series grid) {
        if (start.equals(grid.start) && period.equals(grid.period) && size == grid.size) {
            return toArray();
        }
        double[] aligned = new double[grid.size];
        long offset = Duration.between(start, grid.start).toMillis();
        long own = period.toMillis();
        long step = grid.period.toMillis();
        for (int index = 0; index < aligned.length; index++) {
            long source = Math.floorDiv(offset + index * step, own);
            aligned[index] = source < 0 || source >= size ? Double.NaN : values[from + (int) source];
        }
        return aligned;
    }

    /** The values that are not gaps, in ascending order. */
    public double[] sorted() {
        double[] copy = toArray();
        Arrays.sort(copy);
        return Arrays.copyOf(copy, present());
    }

    /** A copy of the values, gaps as NaN. */
    public double[] toArray() {
        return Arrays.copyOfRange(values, from, from + size);
    }

    /** The largest value, NaN if there is none. */
    public double max() {
        double largest = Double.NaN;
        for (int index = from; index < from + size; index++) {
            if (!(values[index] <= largest) && !Double.isNaN(values[index])) {
                largest = values[index];
            }
        }
        return largest;
    }

    /** The mean of the values, NaN if there is none. */
    public double mean() {
        double sum = 0;
        int count = 0;
        for (int index = from; index < from + size; index++) {
            if (!Double.isNaN(values[index])) {
                sum += values[index];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The value that a share of the values, 0 to 1, does not exceed; see {@link Quantiles}. NaN if there is none. */
    public double quantile(double share) {
        return Quantiles.of(sorted(), share);
    }

    private int indexAtOrAfter(Instant instant) {
        long millis = Duration.between(start, instant).toMillis();
        long step = period.toMillis();
        return Math.clamp(Math.ceilDiv(millis, step), 0, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series
                && start.equals(series.start)
                && period.equals(series.period)
                && Arrays.equals(values, from, from + size, series.values, series.from, series.from + series.size);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, period, size);
    }

    /** Start, period, and the values as IEEE 754 has them, in Base64: how a series travels, to the last bit. */
    public String packed() {
        ByteBuffer bytes = ByteBuffer.allocate(size * Double.BYTES);
        bytes.asDoubleBuffer().put(values, from, size);
        return start + " " + period + " " + Base64.getEncoder().encodeToString(bytes.array());
    }

    /** For example {@code 4032 values from 2026-01-01T00:00:00Z every PT5M}. */
    @Override
    public String toString() {
        return size + " values from " + start + " every " + period;
    }
}
