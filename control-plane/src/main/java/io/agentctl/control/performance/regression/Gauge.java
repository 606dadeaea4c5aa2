package io.agentctl.control.performance.regression;

import java.math.BigDecimal;
import java.math.MathContext;

/** What the medians of a series that was searched mean to people. */
sealed interface Gauge {

    /** A median as a figure that people know, in the unit of the series. */
    double reading(double median);

    /** Whether a change of readings is large enough to matter. */
    boolean matters(double before, double after);

    /** The change as a share of what was before; all of it where that was 0. */
    default double change(double before, double after) {
        return before == 0 ? Math.signum(after) : (after - before) / Math.abs(before);
    }

    /**
     * Where values lie.
     *
     * @param scale on which they were searched
     * @param threshold the smallest change that matters, as a share
     */
    record OfLevel(Scale scale, double threshold) implements Gauge {

        /** Logarithms there and back cost the last digits. */
        private static final MathContext DIGITS = new MathContext(12);

        @Override
        public double reading(double median) {
            return BigDecimal.valueOf(scale.back(median)).round(DIGITS).doubleValue();
        }

        @Override
        public boolean matters(double before, double after) {
            return Math.abs(change(before, after)) >= threshold && before != after;
        }
    }

    /**
     * How far values are from where they lie; searched as the square roots of these distances, which are nearly normal.
     *
     * @param unit what a distance of 1 is in the unit of the series
     * @param least the smallest difference of distances that matters, in the unit of the series
     */
    record OfSpread(double unit, double least) implements Gauge {

        /** Spreads are known far less well than levels, and half as much again is nothing that users notice. */
        private static final double FACTOR = 2;

        @Override
        public double reading(double median) {
            return unit * Math.max(0, median) * Math.max(0, median);
        }

        @Override
        public boolean matters(double before, double after) {
            boolean apart = after >= FACTOR * before || before >= FACTOR * after;
            return apart && Math.abs(after - before) >= least && before != after;
        }
    }
}
