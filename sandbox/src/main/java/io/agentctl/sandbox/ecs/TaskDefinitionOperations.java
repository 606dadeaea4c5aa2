package io.agentctl.sandbox.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionFamilyStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** The operations on task definitions. */
final class TaskDefinitionOperations {
    private static final int PAGE = 100;

    private final EcsState state;

    TaskDefinitionOperations(EcsState state) {
        this.state = state;
    }

    RegisterTaskDefinitionResponse register(RegisterTaskDefinitionRequest request) {
        TaskDefinition definition =
                state.taskDefinitions().register(request, state.simulation().instant());
        state.tags().put(definition.taskDefinitionArn(), request.tags());
        return RegisterTaskDefinitionResponse.builder()
                .taskDefinition(definition)
                .tags(request.hasTags() ? request.tags() : null)
                .build();
    }

    DescribeTaskDefinitionResponse describe(DescribeTaskDefinitionRequest request) {
        TaskDefinition definition = state.taskDefinitions().find(request.taskDefinition());
        DescribeTaskDefinitionResponse.Builder response =
                DescribeTaskDefinitionResponse.builder().taskDefinition(definition);
        if (request.include().contains(TaskDefinitionField.TAGS)) {
            response.tags(state.tags().of(definition.taskDefinitionArn()));
        }
        return response.build();
    }

    DeregisterTaskDefinitionResponse deregister(DeregisterTaskDefinitionRequest request) {
        if (request.taskDefinition() == null
                || !Arns.lastPart(request.taskDefinition()).contains(":")) {
            throw EcsErrors.invalidParameter("Revision is missing: " + request.taskDefinition());
        }
        TaskDefinition inactive = state.taskDefinitions()
                .deregister(request.taskDefinition(), state.simulation().instant());
        return DeregisterTaskDefinitionResponse.builder()
                .taskDefinition(inactive)
                .build();
    }

    ListTaskDefinitionsResponse list(ListTaskDefinitionsRequest request) {
        TaskDefinitionStatus status = request.status() == null ? TaskDefinitionStatus.ACTIVE : request.status();
        List<String> arns = new ArrayList<>(state.taskDefinitions().all().stream()
                .filter(definition -> definition.status() == status)
                .filter(definition ->
                        request.familyPrefix() == null || definition.family().equals(request.familyPrefix()))
                .map(TaskDefinition::taskDefinitionArn)
                .toList());
        List<String> ordered = request.sort() == SortOrder.DESC ? arns.reversed() : arns;
        Page<String> page = Pages.of(ordered, request.nextToken(), request.maxResults(), PAGE);
        return ListTaskDefinitionsResponse.builder()
                .taskDefinitionArns(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    ListTaskDefinitionFamiliesResponse families(ListTaskDefinitionFamiliesRequest request) {
        TaskDefinitionFamilyStatus status =
                request.status() == null ? TaskDefinitionFamilyStatus.ALL : request.status();
        String prefix = request.familyPrefix() == null ? "" : request.familyPrefix();
        Stream<String> families = state.taskDefinitions().all().stream()
                .map(TaskDefinition::family)
                .distinct()
                .filter(family -> family.startsWith(prefix))
                .filter(family -> switch (status) {
                    case ALL, UNKNOWN_TO_SDK_VERSION -> true;
                    case ACTIVE -> hasActive(family);
                    case INACTIVE -> !hasActive(family);
                });
        Page<String> page = Pages.of(families.toList(), request.nextToken(), request.maxResults(), PAGE);
        return ListTaskDefinitionFamiliesResponse.builder()
                .families(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private boolean hasActive(String family) {
        return state.taskDefinitions().all().stream()
                .anyMatch(definition ->
                        definition.family().equals(family) && definition.status() == TaskDefinitionStatus.ACTIVE);
    }
}
