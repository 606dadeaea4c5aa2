package io.agentctl.sandbox.ecs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** The operations on tasks. */
final class TaskOperations {
    private static final int PAGE = 100;
    private static final int MOST_DESCRIBED = 100;

    private final EcsState state;
    private final TaskViews views;

    TaskOperations(EcsState state) {
        this.state = state;
        this.views = new TaskViews(state.arns());
    }

    ListTasksResponse list(ListTasksRequest request) {
        Cluster cluster = state.cluster(request.cluster());
        Collection<EcsService> services = request.serviceName() == null
                ? cluster.services()
                : List.of(cluster.service(request.serviceName()).orElseThrow(EcsErrors::serviceNotFound));
        boolean stopped = request.desiredStatus() == DesiredStatus.STOPPED;
        List<String> arns = new ArrayList<>();
        for (EcsService service : services) {
            for (SimTask task : service.tasks()) {
                if (task.live() != stopped && matches(request, task)) {
                    arns.add(state.arns().task(cluster.name(), task.id()));
                }
            }
        }
        if (request.serviceName() == null) {
            cluster.standalone().stream()
                    .filter(task -> task.live() != stopped && matches(request, task))
                    .forEach(task -> arns.add(task.view().taskArn()));
        }
        Page<String> page = Pages.of(arns, request.nextToken(), request.maxResults(), PAGE);
        return ListTasksResponse.builder()
                .taskArns(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean matches(ListTasksRequest request, SimTask task) {
        String family = task.rollout().revision().taskDefinition().family();
        boolean ofFamily = request.family() == null || request.family().equals(family);
        return ofFamily
                && (request.startedBy() == null
                        || request.startedBy().equals(task.rollout().id()));
    }

    private static boolean matches(ListTasksRequest request, StandaloneTask task) {
        return (request.family() == null
                        || request.family().equals(task.definition().family()))
                && (request.startedBy() == null
                        || request.startedBy().equals(task.view().startedBy()));
    }

    DescribeTasksResponse describe(DescribeTasksRequest request) {
        if (request.tasks().isEmpty() || request.tasks().size() > MOST_DESCRIBED) {
            throw EcsErrors.invalidParameter("Tasks must have 1 to 100 elements.");
        }
        Cluster cluster = state.cluster(request.cluster());
        List<Task> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String nameOrArn : request.tasks()) {
            Optional<Task> task = find(cluster, Arns.lastPart(nameOrArn));
            task.ifPresentOrElse(
                    found::add,
                    () -> failures.add(Failure.builder()
                            .arn(state.arns().task(cluster.name(), Arns.lastPart(nameOrArn)))
                            .reason("MISSING")
                            .build()));
        }
        return DescribeTasksResponse.builder().tasks(found).failures(failures).build();
    }

    private Optional<Task> find(Cluster cluster, String id) {
        for (EcsService service : cluster.services()) {
            for (SimTask task : service.tasks()) {
                if (task.id().equals(id)) {
                    return Optional.of(views.task(service, task));
                }
            }
        }
        return cluster.standalone().stream()
                .filter(task -> task.id().equals(id))
                .map(StandaloneTask::view)
                .findFirst();
    }
}
