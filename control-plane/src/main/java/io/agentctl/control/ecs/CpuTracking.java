package io.agentctl.control.ecs;

/**
 * A target-tracking policy on the service's average CPU.
 *
 * @param policyName the policy's name, unique for the service
 * @param targetPercent the average that it aims at, above 0 and up to 100
 * @param scaleInCooldown seconds, or null for AWS's default (300)
 * @param scaleOutCooldown seconds, or null for AWS's default (300)
 * @param disableScaleIn true if it only ever adds tasks
 */
public record CpuTracking(
        String policyName,
        double targetPercent,
        Integer scaleInCooldown,
        Integer scaleOutCooldown,
        boolean disableScaleIn) {

    public CpuTracking {
        if (!(targetPercent > 0 && targetPercent <= 100)) {
            throw new IllegalArgumentException("a CPU target is above 0 and up to 100 %, not " + targetPercent);
        }
    }
}
