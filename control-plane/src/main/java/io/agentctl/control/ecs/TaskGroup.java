package io.agentctl.control.ecs;

import java.util.Locale;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * Tasks of one revision in one state.
 *
 * @param revision such as {@code api:3}
 * @param state as ECS has it, in lower case: provisioning, pending, running, deprovisioning
 * @param health healthy, unhealthy or unknown; unknown where no container has a health check
 * @param count how many
 */
public record TaskGroup(String revision, String state, String health, int count) {

    static TaskGroup of(Task task) {
        String arn = task.taskDefinitionArn() == null ? "" : task.taskDefinitionArn();
        return new TaskGroup(
                arn.substring(arn.lastIndexOf('/') + 1), word(task.lastStatus()), word(task.healthStatusAsString()), 0);
    }

    TaskGroup times(int many) {
        return new TaskGroup(revision, state, health, many);
    }

    private static String word(String value) {
        return value == null ? "unknown" : value.toLowerCase(Locale.ROOT);
    }
}
