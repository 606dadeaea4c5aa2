package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** Reads the tasks of services. */
final class TaskGateway {

    /** Killed by a signal: 128 + 9. ECS names the cause in the container's reason. */
    private static final int KILLED = 137;

    private final Supplier<EcsClient> ecs;
    private final ApiCalls calls;

    TaskGateway(Supplier<EcsClient> ecs, ApiCalls calls) {
        this.ecs = ecs;
        this.calls = calls;
    }

    /** The tasks that stopped lately; ECS keeps them for about an hour, and tells of a hundred. */
    List<StoppedTask> stopped(ServiceName name) {
        List<String> arns = calls.call("list the stopped tasks of " + name, () -> ecs.get()
                .listTasks(request -> request.cluster(name.cluster())
                        .serviceName(name.service())
                        .desiredStatus(DesiredStatus.STOPPED))
                .taskArns());
        if (arns.isEmpty()) {
            return List.of();
        }
        return calls
                .call("describe the stopped tasks of " + name, () -> ecs.get()
                        .describeTasks(
                                request -> request.cluster(name.cluster()).tasks(arns)))
                .tasks()
                .stream()
                .map(TaskGateway::read)
                .toList();
    }

    /** The tasks that run or start, as groups of one revision, state and health. */
    List<TaskGroup> current(ServiceName name) {
        List<String> arns = calls.call("list the tasks of " + name, () -> ecs.get()
                .listTasks(request -> request.cluster(name.cluster()).serviceName(name.service()))
                .taskArns());
        if (arns.isEmpty()) {
            return List.of();
        }
        Map<TaskGroup, Integer> groups = new LinkedHashMap<>();
        calls.call("describe the tasks of " + name, () -> ecs.get()
                        .describeTasks(
                                request -> request.cluster(name.cluster()).tasks(arns)))
                .tasks()
                .forEach(task -> groups.merge(TaskGroup.of(task), 1, Integer::sum));
        return groups.entrySet().stream()
                .map(group -> group.getKey().times(group.getValue()))
                .toList();
    }

    private static StoppedTask read(Task task) {
        boolean outOfMemory = task.containers().stream().anyMatch(TaskGateway::outOfMemory);
        return new StoppedTask(
                task.taskArn(),
                task.taskDefinitionArn(),
                task.stoppedAt() == null ? Instant.MAX : task.stoppedAt(),
                task.stoppedReason() == null ? "" : task.stoppedReason(),
                outOfMemory,
                outOfMemory
                        || task.stopCode() == TaskStopCode.ESSENTIAL_CONTAINER_EXITED
                        || task.stopCode() == TaskStopCode.TASK_FAILED_TO_START);
    }

    private static boolean outOfMemory(Container container) {
        String reason = container.reason() == null ? "" : container.reason();
        return reason.startsWith("OutOfMemory")
                || (container.exitCode() != null && container.exitCode() == KILLED && reason.contains("memory"));
    }
}
