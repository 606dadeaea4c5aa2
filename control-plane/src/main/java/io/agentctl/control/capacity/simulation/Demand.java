package io.agentctl.control.capacity.simulation;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How many units were asked for in each minute, reads or writes of one table or index. Immutable. */
public final class Demand {

    private static final int SECONDS = 60;

    private final Instant start;
    private final double[] units;

    private Demand(Instant start, double[] units) {
        this.start = start;
        this.units = units;
    }

    /**
     * Makes it of units in each minute.
     *
     * @param units 0 or more
     */
    public static Demand of(Instant start, double... units) {
        for (double one : units) {
            if (!(one >= 0) || Double.isInfinite(one)) {
                throw new IllegalArgumentException("demand is 0 or more, not " + one);
            }
        }
        return new Demand(start, units.clone());
    }

    /**
     * Makes it of measured sums. A period of several minutes is spread evenly over them, which hides its peaks; a gap
     * is a time when nothing was asked for, for then there is no measurement.
     *
     * @param sums units in each period of whole minutes
     */
    public static Demand of(Series sums) {
        int minutes = Math.toIntExact(sums.period().toMinutes());
        if (!sums.period().equals(Duration.ofMinutes(Math.max(1, minutes)))) {
            throw new IllegalArgumentException("demand is measured in whole minutes, not " + sums.period());
        }
        double[] units = new double[sums.size() * minutes];
        for (int period = 0; period < sums.size(); period++) {
            double sum = sums.value(period);
            double each = Double.isNaN(sum) ? 0 : Math.max(0, sum) / minutes;
            Arrays.fill(units, period * minutes, (period + 1) * minutes, each);
        }
        return new Demand(sums.start(), units);
    }

    /** How many minutes it covers. */
    public int minutes() {
        return units.length;
    }

    /** Units in a minute. */
    public double units(int minute) {
        return units[minute];
    }

    /** Which minute since the epoch a minute is, for days are counted in UTC. */
    long epochMinute(int minute) {
        return Math.floorDiv(start.getEpochSecond(), SECONDS) + minute;
    }

    /** All units. */
    public double total() {
        return Arrays.stream(units).sum();
    }

    /** Units a second in the busiest minute. */
    public double peak() {
        return Arrays.stream(units).max().orElse(0) / SECONDS;
    }

    /** The same with every minute multiplied. */
    public Demand times(double factor) {
        return of(start, Arrays.stream(units).map(one -> one * factor).toArray());
    }
}
