package io.agentctl.control.scaling;

import java.util.Optional;

/**
 * How Application Auto Scaling moves a quantity.
 *
 * @param bounds the least and the most
 * @param suspension what of it is suspended
 * @param tracking the policy on the usual utilization, or null if there is none
 * @param otherPolicies how many other policies there are
 */
public record ObservedScaling(Bounds bounds, Suspension suspension, TargetTracking tracking, int otherPolicies) {

    public int min() {
        return bounds.min();
    }

    public int max() {
        return bounds.max();
    }

    /** The policy on the usual utilization, if there is one. */
    public Optional<TargetTracking> targetTracking() {
        return Optional.ofNullable(tracking);
    }
}
