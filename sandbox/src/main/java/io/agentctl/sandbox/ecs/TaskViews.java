package io.agentctl.sandbox.ecs;

import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.HealthStatus;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Tasks and their containers as the service shows them. */
final class TaskViews {
    private final Arns arns;

    TaskViews(Arns arns) {
        this.arns = arns;
    }

    Task task(EcsService service, SimTask task) {
        TaskDefinition definition = task.rollout().revision().taskDefinition();
        String cluster = service.cluster().name();
        return Task.builder()
                .taskArn(arns.task(cluster, task.id()))
                .taskDefinitionArn(definition.taskDefinitionArn())
                .clusterArn(service.cluster().arn())
                .group("service:" + service.name())
                .startedBy(task.rollout().id())
                .capacityProviderName(task.capacityProvider().isEmpty() ? null : task.capacityProvider())
                .launchType(LaunchType.FARGATE)
                .platformVersion("1.4.0")
                .platformFamily("Linux")
                .cpu(definition.cpu())
                .memory(definition.memory())
                .ephemeralStorage(definition.ephemeralStorage())
                .availabilityZone(arns.region() + (char) ('a' + task.id().charAt(0) % 3))
                .lastStatus(lastStatus(task))
                .desiredStatus(task.live() ? "RUNNING" : "STOPPED")
                .healthStatus(health(definition, task))
                .createdAt(task.createdAt())
                .startedAt(task.startedAt().orElse(null))
                .stoppingAt(task.stoppingAt().orElse(null))
                .stoppedAt(task.stoppedAt().orElse(null))
                .executionStoppedAt(task.stoppedAt().orElse(null))
                .stopCode(task.cause().map(StopCause::code).orElse(null))
                .stoppedReason(task.cause().map(StopCause::reason).orElse(null))
                .containers(definition.containerDefinitions().stream()
                        .map(container -> container(cluster, definition, container, task))
                        .toList())
                .version(version(task))
                .build();
    }

    private static String lastStatus(SimTask task) {
        boolean draining = !task.live() && task.status() != SimTask.Status.STOPPED;
        return draining ? "DEACTIVATING" : task.status().name();
    }

    private Container container(
            String cluster, TaskDefinition definition, ContainerDefinition container, SimTask task) {
        boolean main = container
                .name()
                .equals(definition.containerDefinitions().getFirst().name());
        boolean stopped = task.status() == SimTask.Status.STOPPED;
        return Container.builder()
                .containerArn(arns.container(cluster, task.id(), container.name()))
                .taskArn(arns.task(cluster, task.id()))
                .name(container.name())
                .image(container.image())
                .runtimeId(task.id() + "-"
                        + Integer.toUnsignedString(container.name().hashCode()))
                .lastStatus(stopped ? "STOPPED" : task.running() ? "RUNNING" : "PENDING")
                .exitCode(
                        stopped
                                ? task.cause()
                                        .map(cause -> main ? cause.exitCode() : 0)
                                        .orElse(null)
                                : null)
                .reason(
                        main
                                ? task.cause()
                                        .map(StopCause::containerReason)
                                        .filter(reason -> !reason.isEmpty())
                                        .orElse(null)
                                : null)
                .healthStatus(container.healthCheck() == null ? HealthStatus.UNKNOWN : health(definition, task))
                .cpu(container.cpu() == null ? "0" : container.cpu().toString())
                .memory(container.memory() == null ? null : container.memory().toString())
                .memoryReservation(
                        container.memoryReservation() == null
                                ? null
                                : container.memoryReservation().toString())
                .build();
    }

    private static HealthStatus health(TaskDefinition definition, SimTask task) {
        boolean checked =
                definition.containerDefinitions().stream().anyMatch(container -> container.healthCheck() != null);
        if (task.cause().filter(cause -> cause == StopCause.UNHEALTHY).isPresent()) {
            return HealthStatus.UNHEALTHY;
        }
        return checked && task.healthy() ? HealthStatus.HEALTHY : HealthStatus.UNKNOWN;
    }

    /** How often the task has changed: the service counts its state changes. */
    private static long version(SimTask task) {
        long changes =
                switch (task.status()) {
                    case PROVISIONING -> 1;
                    case PENDING -> 2;
                    case RUNNING -> 3;
                    case STOPPED -> 4;
                };
        return task.live() ? changes : changes + 1;
    }
}
