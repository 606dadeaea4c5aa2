package io.agentctl.sandbox.ecs;

import java.time.Instant;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * A service revision: what a deployment deploys.
 *
 * @param arn its ARN
 * @param taskDefinition what its tasks run
 * @param settings the service's settings when it was made
 * @param createdAt when it was made
 */
record Revision(String arn, TaskDefinition taskDefinition, Service settings, Instant createdAt) {
    /** Whether it is the same revision, whatever has become of its task definition since. */
    boolean is(Revision other) {
        return arn.equals(other.arn);
    }

    TaskSize size() {
        return TaskSize.of(taskDefinition);
    }
}
