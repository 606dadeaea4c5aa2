package io.agentctl.sandbox.ecs;

import java.time.Instant;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * A service revision: what a deployment deploys.
 *
 * @param arn its ARN
 * @param taskDefinition what its tasks run
 * @param settings the service's settings when it was made
 * @param createdAt when it was made
 * @param size the size of its tasks
 * @param memoryLimit MiB at which the container that does the work is killed
 */
record Revision(
        String arn,
        TaskDefinition taskDefinition,
        Service settings,
        Instant createdAt,
        TaskSize size,
        int memoryLimit) {
    static Revision of(String arn, TaskDefinition taskDefinition, Service settings, Instant createdAt) {
        TaskSize size = TaskSize.of(taskDefinition);
        return new Revision(arn, taskDefinition, settings, createdAt, size, memoryLimit(taskDefinition, size));
    }

    /** The task's memory, or the hard limit of the container that does the work, if that is less. */
    private static int memoryLimit(TaskDefinition definition, TaskSize size) {
        ContainerDefinition main = definition.containerDefinitions().stream()
                .filter(container -> !Boolean.FALSE.equals(container.essential()))
                .findFirst()
                .orElse(definition.containerDefinitions().getFirst());
        return main.memory() == null ? size.memory() : Math.min(size.memory(), main.memory());
    }

    /** Whether it is the same revision, whatever has become of its task definition since. */
    boolean is(Revision other) {
        return arn.equals(other.arn);
    }
}
