package io.agentctl.control.overview;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * This one with what was measured since: of times that both have, the newer figures.
     *
     * @param newer of the same period, which begins no later than this one ends
     * @param from what was measured before is left out
     */
    History then(History newer, Instant from) {
        int past = Math.clamp(Duration.between(start, from).dividedBy(period), 0, values.size());
        int until = Math.clamp(Duration.between(start, newer.start).dividedBy(period), past, values.size());
        List<OptionalDouble> together = new ArrayList<>(until - past + newer.values.size());
        together.addAll(values.subList(past, until));
        together.addAll(newer.values);
        return new History(start.plus(period.multipliedBy(past)), period, together);
    }

    /** The last that was measured. */
    public OptionalDouble latest() {
        return latest(0);
    }

    /** The last of the latest few periods; absent if nothing was measured in them. */
    public OptionalDouble recent() {
        return latest(Math.max(0, values.size() - RECENT));
    }

    private OptionalDouble latest(int from) {
        for (int index = values.size() - 1; index >= from; index--) {
            if (values.get(index).isPresent()) {
                return values.get(index);
            }
        }
        return OptionalDouble.empty();
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
