package io.agentctl.control.race;

/**
 * An estimate with the interval that holds it at the race's confidence, at whatever moment it is looked at.
 *
 * @param low not above the estimate
 * @param estimate the middle
 * @param high not below the estimate; infinite while next to nothing is known
 */
public record Interval(double low, double estimate, double high) {

    public Interval {
        if (!(low <= estimate && estimate <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + ", " + estimate + ", " + high);
        }
    }

    /** The interval of a mean, from {@link SequentialTest} on the logarithm, with an error of α/2 on each side. */
    static Interval of(Estimate estimate, double alpha) {
        double reach = SequentialTest.reach(
                        alpha / 2, estimate.relativeVariance(), estimate.perInvocation(), estimate.degreesOfFreedom())
                * Math.sqrt(estimate.relativeVariance());
        return new Interval(estimate.mean() * Math.exp(-reach), estimate.mean(), estimate.mean() * Math.exp(reach));
    }
}
