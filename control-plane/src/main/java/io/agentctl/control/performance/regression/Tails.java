package io.agentctl.control.performance.regression;

/** Tails of distributions as surprises: the negative decimal logarithm of a probability, so that none is too small. */
final class Tails {

    private static final double LN10 = Math.log(10);
    private static final int MOST_TERMS = 300;
    private static final double TINY = 1e-300;

    private Tails() {}

    /**
     * How surprising a standard normal value is, on both sides; 0 is certain, 3 is one in a thousand. From the
     * continued fraction of the tail (Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.14), below 1
     * from 26.2.17.
     */
    static double normal(double value) {
        double z = Math.abs(value);
        double logDensity = -z * z / 2 - 0.5 * Math.log(2 * Math.PI);
        return -(logDensity + Math.log(2 * millsRatio(z))) / LN10;
    }

    /** The upper tail of the standard normal distribution over its density. */
    static double millsRatio(double z) {
        if (z < 1) {
            double step = 1 / (1 + 0.2316419 * z);
            return step
                    * (0.319381530
                            + step
                                    * (-0.356563782
                                            + step * (1.781477937 + step * (-1.821255978 + step * 1.330274429))));
        }
        double fraction = z;
        for (int term = 60; term >= 1; term--) {
            fraction = z + term / fraction;
        }
        return 1 / fraction;
    }

    /**
     * How surprising a value of Student's t is, on both sides: the regularised incomplete beta function by its
     * continued fraction (Press et al., "Numerical Recipes", 6.4), in logarithms.
     *
     * @param freedom degrees of freedom, over 0
     */
    static double student(double value, double freedom) {
        if (Double.isInfinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double a = freedom / 2;
        double b = 0.5;
        double x = freedom / (freedom + value * value);
        double logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
        if (x < (a + 1) / (a + b + 2)) {
            return -(logFront + Math.log(betaFraction(a, b, x) / a)) / LN10;
        }
        double complement = Math.exp(logFront) * betaFraction(b, a, 1 - x) / b;
        return -Math.log10(Math.max(TINY, 1 - complement));
    }

    /** Student's t whose two tails together hold a share, by halving. */
    static double studentQuantile(double tails, double freedom) {
        double wanted = -Math.log10(tails);
        double low = 0;
        double high = 1e4;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (student(middle, freedom) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double betaFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int term = 1; term <= MOST_TERMS; term++) {
            double even = term * (b - term) * x / ((a + 2 * term - 1) * (a + 2 * term));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + term) * (a + b + term) * x / ((a + 2 * term) * (a + 2 * term + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            double step = d * c;
            fraction *= step;
            if (Math.abs(step - 1) < 1e-12) {
                break;
            }
        }
        return fraction;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The logarithm of the gamma function for arguments over 0 (Lanczos, as in "Numerical Recipes", 6.1). */
    static double logGamma(double value) {
        double[] weights = {
            76.18009172947146,
            -86.50532032941678,
            24.01409824083091,
            -1.231739572450155,
            0.1208650973866179e-2,
            -0.5395239384953e-5
        };
        double base = value + 5.5;
        double sum = 1.000000000190015;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] / (value + i + 1);
        }
        return (value + 0.5) * Math.log(base) - base + Math.log(2.5066282746310007 * sum / value);
    }
}
