package io.agentctl.control.ecs;

import io.agentctl.control.digest.Sha256;
import io.agentctl.control.scaling.ObservedScaling;
import java.time.Instant;
import java.util.Optional;

/**
 * A service as it was found.
 *
 * @param name cluster and service
 * @param taskDefinition what its newest deployment runs
 * @param spotShare the share of tasks on Fargate Spot, 0 to 1
 * @param desired tasks wanted
 * @param running tasks running
 * @param pending tasks starting
 * @param deploying true while a deployment is under way
 * @param deployedAt when the newest deployment was created
 * @param createdAt when the service was created
 * @param scalingTarget null where Application Auto Scaling does not move the count
 */
public record ObservedService(
        ServiceName name,
        ObservedTaskDefinition taskDefinition,
        double spotShare,
        int desired,
        int running,
        int pending,
        boolean deploying,
        Instant deployedAt,
        Instant createdAt,
        ObservedScaling scalingTarget) {

    public Optional<ObservedScaling> scaling() {
        return Optional.ofNullable(scalingTarget);
    }

    /**
     * Stands for everything that a plan starts from. The count is part of it only where nothing else moves it: under
     * scaling it changes by itself.
     */
    public String fingerprint() {
        String text = String.join(
                "|",
                name.toString(),
                taskDefinition.arn(),
                scalingTarget == null ? Integer.toString(desired) : scalingTarget.toString());
        return "sha256:" + Sha256.hex(text, 12);
    }
}
