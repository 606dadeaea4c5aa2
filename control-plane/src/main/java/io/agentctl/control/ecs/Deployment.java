package io.agentctl.control.ecs;

import java.time.Instant;

/**
 * One deployment of a service, now or in the past.
 *
 * @param arn its id
 * @param taskDefinition ARN of what it brings
 * @param status where it stands
 * @param reason AWS's own words, or empty
 * @param createdAt when it was asked for
 * @param finishedAt when it was over, or null
 */
public record Deployment(
        String arn, String taskDefinition, Status status, String reason, Instant createdAt, Instant finishedAt) {

    /** Where a deployment stands; the names are ours, for what ECS calls by eleven. */
    public enum Status {
        UNDER_WAY,
        SUCCESSFUL,
        ROLLING_BACK,
        ROLLED_BACK,
        STOPPED,
        /** Stopped or rolled back, and even that failed. */
        BROKEN
    }
}
