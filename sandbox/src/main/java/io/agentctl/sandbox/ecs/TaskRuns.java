package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.program.ProgramRun;
import io.agentctl.sandbox.time.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.HealthStatus;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** The operations that start and stop single tasks. */
final class TaskRuns {
    private static final int MOST = 10;
    private static final int LONGEST_STARTED_BY = 128;
    private static final Duration KEPT_STOPPED = Duration.ofHours(1);

    private final EcsState state;
    private final ContainerPrograms programs;
    private final Map<String, Tokened> byToken = new HashMap<>();

    TaskRuns(EcsState state, ContainerPrograms programs) {
        this.state = state;
        this.programs = programs;
    }

    private record Tokened(RunTaskRequest request, RunTaskResponse response) {}

    RunTaskResponse run(RunTaskRequest request) {
        Tokened before = request.clientToken() == null ? null : byToken.get(request.clientToken());
        if (before != null) {
            if (!before.request().equals(request)) {
                throw EcsErrors.conflict("The client token was used with other parameters.");
            }
            return before.response();
        }
        Cluster cluster = state.cluster(request.cluster());
        TaskDefinition definition = state.taskDefinitions().find(request.taskDefinition());
        check(request, definition);
        List<Task> started = new ArrayList<>();
        int count = request.count() == null ? 1 : request.count();
        for (int i = 0; i < count; i++) {
            started.add(start(cluster, definition, request));
        }
        RunTaskResponse response =
                RunTaskResponse.builder().tasks(started).failures(List.of()).build();
        if (request.clientToken() != null) {
            byToken.put(request.clientToken(), new Tokened(request, response));
        }
        return response;
    }

    private static void check(RunTaskRequest request, TaskDefinition definition) {
        if (definition.status() != TaskDefinitionStatus.ACTIVE) {
            throw EcsErrors.client("TaskDefinition is inactive");
        }
        if (request.count() != null && (request.count() < 1 || request.count() > MOST)) {
            throw EcsErrors.invalidParameter("Count must be between 1 and 10.");
        }
        if (request.startedBy() != null && request.startedBy().length() > LONGEST_STARTED_BY) {
            throw EcsErrors.invalidParameter("startedBy must have at most 128 characters.");
        }
        if (definition.networkMode() == NetworkMode.AWSVPC && request.networkConfiguration() == null) {
            throw EcsErrors.invalidParameter(
                    "Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        }
        for (ContainerOverride override : overrides(request)) {
            if (definition.containerDefinitions().stream()
                    .noneMatch(container -> container.name().equals(override.name()))) {
                throw EcsErrors.invalidParameter("Override for container named " + override.name()
                        + " is not a container in the TaskDefinition.");
            }
        }
    }

    private static List<ContainerOverride> overrides(RunTaskRequest request) {
        return request.overrides() == null ? List.of() : request.overrides().containerOverrides();
    }

    private Task start(Cluster cluster, TaskDefinition definition, RunTaskRequest request) {
        Simulation simulation = state.simulation();
        String id = state.ids().task();
        String arn = state.arns().task(cluster.name(), id);
        List<Container> containers = definition.containerDefinitions().stream()
                .map(container -> Container.builder()
                        .containerArn(state.arns().container(cluster.name(), id, container.name()))
                        .taskArn(arn)
                        .name(container.name())
                        .image(container.image())
                        .lastStatus("PENDING")
                        .healthStatus(HealthStatus.UNKNOWN)
                        .build())
                .toList();
        StandaloneTask task = new StandaloneTask(
                definition,
                Task.builder()
                        .taskArn(arn)
                        .taskDefinitionArn(definition.taskDefinitionArn())
                        .clusterArn(cluster.arn())
                        .group(request.group() == null ? "family:" + definition.family() : request.group())
                        .startedBy(request.startedBy())
                        .launchType(request.launchType() == null ? LaunchType.FARGATE : request.launchType())
                        .platformVersion("1.4.0")
                        .platformFamily("Linux")
                        .cpu(definition.cpu())
                        .memory(definition.memory())
                        .overrides(request.overrides())
                        .availabilityZone(state.arns().region() + (char) ('a' + id.charAt(0) % 3))
                        .lastStatus("PROVISIONING")
                        .desiredStatus("RUNNING")
                        .healthStatus(HealthStatus.UNKNOWN)
                        .createdAt(simulation.instant())
                        .containers(containers)
                        .version(1L)
                        .build());
        state.tags().put(arn, request.tags());
        cluster.standalone()
                .removeIf(old -> old.stopped()
                        && old.view().stoppedAt().plus(KEPT_STOPPED).isBefore(simulation.instant()));
        cluster.standalone().add(task);
        simulation
                .timeline()
                .schedule(simulation.instant().plus(state.timing().provisioning()), () -> pend(task, request));
        return task.view();
    }

    private void pend(StandaloneTask task, RunTaskRequest request) {
        if (task.live()) {
            Simulation simulation = state.simulation();
            task.show(task.view().toBuilder().lastStatus("PENDING").build());
            simulation
                    .timeline()
                    .schedule(simulation.instant().plus(state.timing().pending()), () -> begin(task, request));
        }
    }

    private void begin(StandaloneTask task, RunTaskRequest request) {
        if (!task.live()) {
            return;
        }
        task.show(task.view().toBuilder()
                .lastStatus("RUNNING")
                .startedAt(state.simulation().instant())
                .containers(task.view().containers().stream()
                        .map(container ->
                                container.toBuilder().lastStatus("RUNNING").build())
                        .toList())
                .build());
        programs.start(task, overrides(request), (container, exit) -> ended(task, container, exit));
    }

    /** A container's program has ended, of its own or because it was stopped. */
    private void ended(StandaloneTask task, String container, int exit) {
        state.simulation().now(() -> {
            boolean essential = task.definition().containerDefinitions().stream()
                    .anyMatch(each -> each.name().equals(container) && !Boolean.FALSE.equals(each.essential()));
            task.programs().remove(container);
            task.show(task.view().toBuilder()
                    .containers(task.view().containers().stream()
                            .map(each -> each.name().equals(container)
                                    ? each.toBuilder()
                                            .lastStatus("STOPPED")
                                            .exitCode(exit)
                                            .build()
                                    : each)
                            .toList())
                    .build());
            if (essential && task.live()) {
                stopping(task, TaskStopCode.ESSENTIAL_CONTAINER_EXITED, "Essential container in task exited");
            }
            if (!task.live() && task.programs().isEmpty()) {
                stopped(task);
            }
            return task;
        });
    }

    StopTaskResponse stop(StopTaskRequest request) {
        Cluster cluster = state.cluster(request.cluster());
        String id = Arns.lastPart(request.task() == null ? "" : request.task());
        for (StandaloneTask task : cluster.standalone()) {
            if (task.id().equals(id)) {
                stop(task, request.reason());
                return StopTaskResponse.builder().task(task.view()).build();
            }
        }
        for (EcsService service : cluster.services()) {
            for (SimTask task : service.tasks()) {
                if (task.id().equals(id)) {
                    state.engine().stopTask(service, task);
                    return StopTaskResponse.builder()
                            .task(new TaskViews(state.arns()).task(service, task))
                            .build();
                }
            }
        }
        throw EcsErrors.invalidParameter("The referenced task was not found.");
    }

    private void stop(StandaloneTask task, String reason) {
        if (!task.live()) {
            return;
        }
        stopping(task, TaskStopCode.USER_INITIATED, reason == null ? "Task stopped by user" : reason);
        if (task.programs().isEmpty()) {
            Simulation simulation = state.simulation();
            simulation
                    .timeline()
                    .schedule(simulation.instant().plus(state.timing().draining()), () -> stopped(task));
        }
    }

    private void stopping(StandaloneTask task, TaskStopCode code, String reason) {
        task.show(task.view().toBuilder()
                .desiredStatus("STOPPED")
                .lastStatus("DEACTIVATING")
                .stopCode(code)
                .stoppedReason(reason)
                .stoppingAt(state.simulation().instant())
                .build());
        task.programs().values().forEach(ProgramRun::stop);
    }

    private void stopped(StandaloneTask task) {
        task.show(task.view().toBuilder()
                .lastStatus("STOPPED")
                .stoppedAt(state.simulation().instant())
                .executionStoppedAt(state.simulation().instant())
                .containers(task.view().containers().stream()
                        .map(container ->
                                container.toBuilder().lastStatus("STOPPED").build())
                        .toList())
                .build());
    }
}
