package io.agentctl.control.race;

import java.util.Arrays;

/**
 * A size's values relative to their median, split into what lies in a band about it and the excess beyond.
 *
 * @param centre the median, in the logarithm
 * @param count of values
 * @param mean of the values in the band, those beyond counted at its edge, relative to the centre
 * @param squares sum of squared deviations from that mean
 * @param excessMean mean of what lies beyond by no more than {@link #MODERATE}, relative to the centre; negative on the
 *     quick side
 * @param excessSquares sum of squared deviations of that from its mean
 * @param extremeMean mean of what lies further
 * @param extremeSquares sum of squares of what lies further, each counted as 1 at most
 * @param beyond how many values lie beyond
 * @param leastVariance of one value, that rounding alone brings about
 */
record Banded(
        double centre,
        int count,
        double mean,
        double squares,
        double excessMean,
        double excessSquares,
        double extremeMean,
        double extremeSquares,
        int beyond,
        double leastVariance) {

    /** An excess beyond this is extreme: no size is held to have it for its own. */
    private static final double MODERATE = 0.5;

    /** From so many values on, what lies beyond the band is the size's nature. */
    private static final int MANY = 10;

    /** Values in the band that a centre rests on at least, and how many times those beyond. */
    private static final int LEAST_WITHIN = 3;

    private static final int TIMES_BEYOND = 2;

    static Banded of(double[] values, double halfWidth, double leastVariance) {
        double centre =
                Math.exp(LogNoise.median(Arrays.stream(values).map(Math::log).toArray()));
        double[] within = new double[values.length];
        double[] excess = new double[values.length];
        double[] extreme = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            double relative = values[index] / centre;
            within[index] = Math.clamp(relative, Math.exp(-halfWidth), Math.exp(halfWidth));
            excess[index] = Math.clamp(relative - within[index], -MODERATE, MODERATE);
            extreme[index] = relative - within[index] - excess[index];
        }
        int beyond = (int) Arrays.stream(excess).filter(value -> value != 0).count();
        double mean = Arrays.stream(within).average().orElseThrow();
        double excessMean = Arrays.stream(excess).average().orElseThrow();
        return new Banded(
                centre,
                values.length,
                mean,
                squares(within, mean),
                excessMean,
                squares(excess, excessMean),
                Arrays.stream(extreme).average().orElseThrow(),
                Arrays.stream(extreme).map(value -> Math.min(1, value * value)).sum(),
                beyond,
                leastVariance);
    }

    /**
     * Whether it is clear which values are the rule and which the outliers. Of three, two alike may be the outliers:
     * once in forty times if one value in ten is one.
     */
    boolean settled() {
        int within = count - beyond;
        return count >= MANY || (within >= LEAST_WITHIN && within > TIMES_BEYOND * beyond);
    }

    double degrees() {
        return count - 1;
    }

    private static double squares(double[] values, double mean) {
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
