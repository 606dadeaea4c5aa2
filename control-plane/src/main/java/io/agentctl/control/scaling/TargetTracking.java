package io.agentctl.control.scaling;

/**
 * A target-tracking policy on the quantity's utilization: average CPU of a service, consumed of provisioned capacity.
 *
 * @param policyName the policy's name, unique for the quantity
 * @param targetPercent the utilization that it aims at, above 0 and up to 100
 * @param scaleInCooldown seconds, or null for AWS's default (300 for ECS, 0 for DynamoDB)
 * @param scaleOutCooldown seconds, or null for AWS's default (300 for ECS, 0 for DynamoDB)
 * @param disableScaleIn true if it only ever adds
 */
public record TargetTracking(
        String policyName,
        double targetPercent,
        Integer scaleInCooldown,
        Integer scaleOutCooldown,
        boolean disableScaleIn) {

    public TargetTracking {
        if (!(targetPercent > 0 && targetPercent <= 100)) {
            throw new IllegalArgumentException("a target is above 0 and up to 100 %, not " + targetPercent);
        }
    }
}
