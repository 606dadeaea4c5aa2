package io.agentctl.control.ecs;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;
import java.util.Optional;

/**
 * What rightsizing and prices need of a task definition.
 *
 * @param arn with its revision
 * @param size null where the task has no size of its own that Fargate has, as on EC2
 * @param architecture the processor
 * @param operatingSystem Linux unless it says Windows
 */
public record ObservedTaskDefinition(
        String arn, TaskSize size, Architecture architecture, OperatingSystem operatingSystem) {

    /** The task size, where there is one that Fargate has. */
    public Optional<TaskSize> taskSize() {
        return Optional.ofNullable(size);
    }

    /** {@code family:revision}, as operators say it. */
    public String shortName() {
        return shortName(arn);
    }

    /** The {@code family:revision} of any task definition ARN. */
    public static String shortName(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** The family of any task definition ARN. */
    static String family(String arn) {
        String name = shortName(arn);
        return name.substring(0, name.lastIndexOf(':'));
    }
}
