package io.agentctl.control.performance.tasks;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.scenario.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** Starts, looks at and stops tasks that send load. */
final class TaskGateway {

    private static final String STOPPED = "STOPPED";

    private final Supplier<EcsClient> ecs;
    private final ApiCalls calls;

    TaskGateway(Supplier<EcsClient> ecs, ApiCalls calls) {
        this.ecs = ecs;
        this.calls = calls;
    }

    /**
     * What a run needs to know of its place.
     *
     * @param taskDefinition its ARN, so that all tasks run one revision
     * @param container that runs agentctl
     * @param network of the tasks, where their definition asks for one
     */
    record Placement(String cluster, String taskDefinition, String container, Optional<NetworkConfiguration> network) {}

    /**
     * A task that has stopped.
     *
     * @param why in words
     */
    record Gone(String arn, String why) {}

    /** @throws AgentctlException NOT_FOUND if no service lends its network */
    Placement placement(TaskPlace place) {
        TaskDefinition definition = calls.call(
                "describe task definition " + place.taskDefinition() + ", which is to send the load", () -> ecs.get()
                        .describeTaskDefinition(request -> request.taskDefinition(place.taskDefinition()))
                        .taskDefinition());
        boolean needsNetwork = definition.networkMode() == NetworkMode.AWSVPC;
        return new Placement(
                place.cluster(),
                definition.taskDefinitionArn(),
                definition.containerDefinitions().getFirst().name(),
                needsNetwork ? Optional.of(network(place)) : Optional.empty());
    }

    private NetworkConfiguration network(TaskPlace place) {
        String service = place.networkOf()
                .or(() -> calls.call(
                        "list services of cluster " + place.cluster(),
                        () -> ecs.get().listServices(request -> request.cluster(place.cluster())).serviceArns().stream()
                                .findFirst()))
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "cluster " + place.cluster() + " has no service whose network the tasks could have",
                        "Name one with --network-of SERVICE."));
        return calls.call("describe service " + service, () -> ecs
                        .get()
                        .describeServices(
                                request -> request.cluster(place.cluster()).services(service))
                        .services()
                        .stream()
                        .findFirst()
                        .map(Service::networkConfiguration))
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "cluster " + place.cluster() + " has no service " + service + " with a network of its own",
                        "Name another with --network-of SERVICE."));
    }

    /**
     * Starts the task of a part. Asked again with the same run and part it starts none.
     *
     * @return its ARN
     */
    String start(Placement placement, String run, Part part, List<String> command) {
        RunTaskResponse response =
                calls.call("start task " + part + " of a load in cluster " + placement.cluster(), () -> ecs.get()
                        .runTask(request -> request.cluster(placement.cluster())
                                .taskDefinition(placement.taskDefinition())
                                .launchType(LaunchType.FARGATE)
                                .count(1)
                                .startedBy("agentctl-perf/" + run)
                                .clientToken(run + "-" + part.number())
                                .networkConfiguration(placement.network().orElse(null))
                                .overrides(TaskOverride.builder()
                                        .containerOverrides(ContainerOverride.builder()
                                                .name(placement.container())
                                                .command(command)
                                                .build())
                                        .build())));
        return response.tasks().stream()
                .map(Task::taskArn)
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.FAILED,
                        "ECS could not start task " + part + " of the load: "
                                + response.failures().stream()
                                        .map(failure -> failure.reason() + " " + failure.detail())
                                        .toList(),
                        "The tasks that had started were stopped."));
    }

    /** Those of some tasks that have stopped. */
    List<Gone> gone(Placement placement, List<String> arns) {
        return calls.call(
                "describe tasks of a load in cluster " + placement.cluster(),
                () ->
                        ecs
                                .get()
                                .describeTasks(request ->
                                        request.cluster(placement.cluster()).tasks(arns))
                                .tasks()
                                .stream()
                                .filter(task -> STOPPED.equals(task.lastStatus()))
                                .map(task -> new Gone(task.taskArn(), why(task)))
                                .toList());
    }

    private static String why(Task task) {
        String exits = task.containers().stream()
                .filter(container -> container.exitCode() != null)
                .map(container -> ", container " + container.name() + " with exit code " + container.exitCode())
                .reduce("", String::concat);
        return task.stoppedReason() + exits;
    }

    /** Stops a task; one that has stopped already stays so. */
    void stop(Placement placement, String arn) {
        calls.call("stop task " + arn, () -> ecs.get()
                .stopTask(request ->
                        request.cluster(placement.cluster()).task(arn).reason("agentctl perf load has ended")));
    }
}
