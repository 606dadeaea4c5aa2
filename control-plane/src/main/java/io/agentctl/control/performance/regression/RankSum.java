package io.agentctl.control.performance.regression;

/**
 * How surprising it is that so many of a few values are above (or below) the others, if all came from one distribution,
 * whichever it is: the tail of Wilcoxon's rank sum.
 *
 * <p>Between 3 values and 50 the normal approximation is off by orders of magnitude, and that is where changes are
 * found early. So the tail is taken by a saddlepoint with the correction for lattices (Daniels, "Tail probability
 * approximations", 1987) wherever the smaller side has up to {@link #FEW} values, and beyond by the normal distribution
 * with its exponent corrected for kurtosis.
 */
final class RankSum {

    /**
     * With more values than this on both sides the corrected normal tail is close as long as one asks whether there is
     * a change; of what is surer by far than anybody asks, it says too little.
     */
    private static final int FEW = 60;
    /** Below this nobody asks for the tail: the normal one serves. */
    private static final double PLAIN = 2;

    private RankSum() {}

    /**
     * The surprise of a rank sum, on both sides.
     *
     * @param sum of the ranks, from 1, of the side with fewer values; ranks of equal values are shared, which makes
     *     this cautious
     * @param few how many values that side has
     * @param many how many the other has
     */
    static double surprise(double sum, int few, int many) {
        double mean = few * (double) many / 2;
        double upper = mean + Math.abs(sum - few * (few + 1) / 2.0 - mean);
        double variance = mean * (few + many + 1) / 6;
        double z = (upper - mean) / Math.sqrt(variance);
        if (z < PLAIN) {
            return Tails.normal(z);
        }
        if (upper == few * (double) many) {
            return apart(few, many);
        }
        return few <= FEW ? saddlepoint(upper, few, many, z / Math.sqrt(variance)) : corrected(z, few, many);
    }

    /**
     * How many standard deviations a rank sum is from its mean; quick, and no measure of surprise between few values.
     */
    static double deviations(double sum, int few, int many) {
        double mean = few * (double) many / 2;
        return Math.abs(sum - few * (few + 1) / 2.0 - mean) / Math.sqrt(mean * (few + many + 1) / 6);
    }

    /** All of one side are beyond all of the other: one way in all ways to choose them. */
    private static double apart(int few, int many) {
        double logWays = Tails.logGamma(few + many + 1.0) - Tails.logGamma(few + 1.0) - Tails.logGamma(many + 1.0);
        return (logWays - Math.log(2)) / Math.log(10);
    }

    /**
     * The fourth cumulant of the rank sum is that of "Individual comparisons by ranking methods" (Fix and Hodges 1955).
     */
    private static double corrected(double z, double few, double many) {
        double kurtosis = -1.2 * (few * few + many * many + few * many + few + many) / (few * many * (few + many + 1));
        return Tails.normal(Math.sqrt(z * z - kurtosis * Math.pow(z, 4) / 12));
    }

    private static double saddlepoint(double upper, int few, int many, double guess) {
        double target = upper - 0.5;
        double low = 0;
        double high = guess;
        while (slope(high, few, many) < target) {
            low = high;
            high *= 2;
        }
        double t = Math.clamp(guess, low, high);
        for (int step = 0; step < 60; step++) {
            double error = slope(t, few, many) - target;
            if (Math.abs(error) < 1e-9 * target) {
                break;
            }
            if (error > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t - error / curvature(t, few, many);
            t = next > low && next < high ? next : (low + high) / 2;
        }
        double w = Math.sqrt(Math.max(0, 2 * (t * target - cumulants(t, few, many))));
        double u = 2 * Math.sinh(t / 2) * Math.sqrt(curvature(t, few, many));
        double tail = Tails.millsRatio(w) + 1 / u - 1 / w;
        double logDensity = -w * w / 2 - 0.5 * Math.log(2 * Math.PI);
        return -(logDensity + Math.log(2 * tail)) / Math.log(10);
    }

    /** The cumulant generating function of the count of pairs, from its generating function, a Gaussian binomial. */
    private static double cumulants(double t, int few, int many) {
        double sum = 0;
        for (int i = 1; i <= few; i++) {
            sum += t * many
                    + Math.log1p(-Math.exp(-t * (many + i)))
                    - Math.log1p(-Math.exp(-t * i))
                    + Math.log(i / (double) (many + i));
        }
        return sum;
    }

    private static double slope(double t, int few, int many) {
        double sum = 0;
        for (int i = 1; i <= few; i++) {
            sum += (many + i) / -Math.expm1(-t * (many + i)) - i / -Math.expm1(-t * i);
        }
        return sum;
    }

    private static double curvature(double t, int few, int many) {
        double sum = 0;
        for (int i = 1; i <= few; i++) {
            sum += bend(t, i) - bend(t, many + i);
        }
        return sum;
    }

    private static double bend(double t, int i) {
        double gap = -Math.expm1(-t * i);
        return i * (double) i * Math.exp(-t * i) / (gap * gap);
    }
}
