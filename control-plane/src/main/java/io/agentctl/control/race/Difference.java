package io.agentctl.control.race;

/**
 * How much greater one size's value is than another's, in the logarithm.
 *
 * @param mean the estimate
 * @param variance of the estimate
 * @param perInvocation the variance that one invocation would give
 * @param degreesOfFreedom that the variances rest on
 */
record Difference(double mean, double variance, double perInvocation, double degreesOfFreedom) {

    /** The logarithm of the evidence that the difference is above a threshold. */
    double evidenceAbove(double threshold) {
        return SequentialTest.logEvidence(mean - threshold, variance, perInvocation, degreesOfFreedom);
    }

    /** The logarithm of the evidence that the difference is below a threshold. */
    double evidenceBelow(double threshold) {
        return SequentialTest.logEvidence(threshold - mean, variance, perInvocation, degreesOfFreedom);
    }
}
