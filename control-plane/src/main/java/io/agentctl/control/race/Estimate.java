package io.agentctl.control.race;

/**
 * What is known of a positive mean.
 *
 * @param mean the estimate
 * @param relativeVariance of the estimate, as a share of the mean squared
 * @param degreesOfFreedom that the variance rests on
 * @param count invocations behind it
 * @param settled whether the values agree so far on where their centre is; if not, nothing should be concluded
 */
record Estimate(double mean, double relativeVariance, double degreesOfFreedom, int count, boolean settled) {

    double logMean() {
        return Math.log(mean);
    }

    /** The variance that one invocation would have had. */
    double perInvocation() {
        return relativeVariance * count;
    }

    /**
     * A weighted sum of two independent means. Degrees of freedom after Welch and Satterthwaite.
     *
     * @param weight of this one, 0 to 1
     */
    Estimate mixedWith(Estimate other, double weight) {
        if (weight == 1) {
            return this;
        }
        if (weight == 0) {
            return other;
        }
        double mixed = weight * mean + (1 - weight) * other.mean;
        double mine = relativeVariance * square(weight * mean / mixed);
        double theirs = other.relativeVariance * square((1 - weight) * other.mean / mixed);
        return new Estimate(
                mixed,
                mine + theirs,
                jointDegrees(mine, degreesOfFreedom, theirs, other.degreesOfFreedom),
                count + other.count,
                settled && other.settled);
    }

    /** Degrees of freedom of a sum of two estimated variances (Welch 1947, Satterthwaite 1946). */
    static double jointDegrees(double one, double oneDegrees, double other, double otherDegrees) {
        double both = one + other;
        if (both == 0) {
            return Math.min(oneDegrees, otherDegrees);
        }
        return both * both / (one * one / oneDegrees + other * other / otherDegrees);
    }

    private static double square(double value) {
        return value * value;
    }
}
