package io.agentctl.control.ecs;

import java.util.Optional;

/**
 * How Application Auto Scaling moves a service's count.
 *
 * @param min fewest tasks
 * @param max most tasks
 * @param suspended true if anything of it is suspended
 * @param tracking the policy on CPU, or null if there is none
 * @param otherPolicies how many other policies there are
 */
public record ScalingTarget(int min, int max, boolean suspended, CpuTracking tracking, int otherPolicies) {

    /** The policy on average CPU, if there is one. */
    public Optional<CpuTracking> cpuTracking() {
        return Optional.ofNullable(tracking);
    }
}
