package io.agentctl.control.race;

/**
 * Evidence for a difference that may be looked at after every round: an e-value, whose expectation stays at or under
 * one while there is no difference, so that it exceeds {@code 1/α} at any time with probability at most {@code α}
 * (Ville's inequality).
 *
 * <p>It is Robbins' one-sided normal mixture (H. Robbins, "Statistical methods related to the law of the iterated
 * logarithm", 1970; Howard, Ramdas, McAuliffe, Sekhon, "Time-uniform Chernoff bounds via nonnegative supermartingales",
 * 2020) in its Student form, for a variance that is estimated (T. L. Lai 1976; Wang and Ramdas, "Anytime-valid t-tests
 * and confidence sequences for Gaussian means with unknown variance", 2024): the likelihood ratio of a Gaussian prior
 * on the effect against none.
 */
final class SequentialTest {

    /** Variance of the prior on the effect, in variances of one invocation: sharpest at about a dozen invocations. */
    private static final double PRIOR_VARIANCE = 2;

    /** An interval that reaches further says nothing. */
    private static final double MOST_REACH = 1e6;

    private static final int HALVINGS = 50;

    private SequentialTest() {}

    /**
     * The logarithm of the evidence that a difference is above zero.
     *
     * @param difference estimated
     * @param variance of the estimate
     * @param perInvocation the variance that one invocation would give
     * @param degreesOfFreedom that the variances rest on
     */
    static double logEvidence(double difference, double variance, double perInvocation, double degreesOfFreedom) {
        if (variance == 0) {
            return difference > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double ratio = PRIOR_VARIANCE * perInvocation / variance;
        double score = difference / Math.sqrt(variance);
        double oneSided = 2 * Normal.below(score * Math.sqrt(ratio / (1 + ratio)));
        return Math.log(oneSided) + logTwoSided(score, ratio, degreesOfFreedom);
    }

    /**
     * How many standard errors an interval reaches to one side so that it holds at all times.
     *
     * @param alpha the chance of being wrong, on this side
     */
    static double reach(double alpha, double variance, double perInvocation, double degreesOfFreedom) {
        if (variance == 0) {
            return 0;
        }
        double ratio = perInvocation / variance;
        double needed = -Math.log(alpha);
        double low = 0;
        double high = 1;
        while (logEvidence(high, 1, ratio, degreesOfFreedom) < needed) {
            high *= 2;
            if (high > MOST_REACH) {
                return Double.POSITIVE_INFINITY;
            }
        }
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (logEvidence(middle, 1, ratio, degreesOfFreedom) < needed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double logTwoSided(double score, double ratio, double degreesOfFreedom) {
        double square = score * score / degreesOfFreedom;
        return -0.5 * Math.log1p(ratio)
                + (degreesOfFreedom + 1) / 2 * (Math.log1p(square) - Math.log1p(square / (1 + ratio)));
    }
}
