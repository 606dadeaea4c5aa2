package io.agentctl.control.overview;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A series as programs read it.
 *
 * @param start the time of the first value
 * @param period the distance between values
 * @param values absent where nothing was measured
 */
public record History(Instant start, Duration period, List<OptionalDouble> values) {

    /** Figures of a period come up to two periods late. */
    private static final int RECENT = 3;

    public History {
        values = List.copyOf(values);
    }

    /** The same values. */
    public static History of(Series series) {
        return new History(
                series.start(),
                series.period(),
                DoubleStream.of(series.toArray()).mapToObj(History::known).toList());
    }

    /** Each value, made of those of two series over the same time; absent where one of them is. */
    static History of(Series one, Series other, DoubleBinaryOperator together) {
        double[] values = IntStream.range(0, one.size())
                .mapToDouble(index -> together.applyAsDouble(one.value(index), other.value(index)))
                .map(value -> Double.isInfinite(value) ? Double.NaN : value)
                .toArray();
        return of(Series.of(one.start(), one.period(), values));
    }

    /** Each value times a factor. */
    static History of(Series series, double factor) {
        return of(series, series, (value, same) -> value * factor);
    }

    /** The same values, to be drawn or computed with. */
    public Series series() {
        return Series.of(
                start,
                period,
                values.stream().mapToDouble(value -> value.orElse(Double.NaN)).toArray());
    }

    /** The last that was measured. */
    public OptionalDouble latest() {
        return IntStream.iterate(values.size() - 1, index -> index >= 0, index -> index - 1)
                .mapToObj(values::get)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** The last of the latest few periods; absent if nothing was measured in them. */
    public OptionalDouble recent() {
        int from = Math.max(0, values.size() - RECENT);
        return new History(start, period, values.subList(from, values.size())).latest();
    }

    /** The highest. */
    public OptionalDouble highest() {
        return known(series().max());
    }

    /** All together; 0 where nothing was measured. */
    public double sum() {
        return values.stream().mapToDouble(value -> value.orElse(0)).sum();
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
