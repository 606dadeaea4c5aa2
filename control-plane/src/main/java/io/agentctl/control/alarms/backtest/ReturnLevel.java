package io.agentctl.control.alarms.backtest;

import java.util.Arrays;

/**
 * The level that is passed once in so many blocks, from the highest of each: Gumbel's distribution, fitted by the
 * method of moments (Coles, An Introduction to Statistical Modeling of Extreme Values, chapter 3). Unlike the highest
 * of all it does not hang on one outlier, and reaches further than what was seen where extremes vary much.
 */
final class ReturnLevel {

    /** Euler's constant. */
    private static final double EULER = 0.577215664901532;

    private ReturnLevel() {}

    /**
     * The level.
     *
     * @param maxima the highest of each block; at least two
     * @param blocks once in how many it may be passed, over 0
     */
    static double of(double[] maxima, double blocks) {
        if (maxima.length < 2) {
            throw new IllegalArgumentException("extremes need two blocks to be judged, not " + maxima.length);
        }
        double mean = Arrays.stream(maxima).average().orElseThrow();
        double variance = Arrays.stream(maxima)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (maxima.length - 1);
        double scale = Math.sqrt(6 * variance) / Math.PI;
        return mean - EULER * scale + scale * Math.log(blocks);
    }
}
