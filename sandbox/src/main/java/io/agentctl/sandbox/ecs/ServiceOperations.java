package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.protocol.Pojos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceResponse;

/** The operations on services. */
final class ServiceOperations {
    private static final int MOST_DESCRIBED = 10;
    private static final int PAGE = 10;
    /** What is decided here rather than taken over as it comes. */
    private static final Set<String> NOT_SETTINGS = Set.of("desiredCount", "taskDefinition", "tags", "deployments");

    private final EcsState state;
    private final ServiceFactory factory;

    ServiceOperations(EcsState state) {
        this.state = state;
        this.factory = new ServiceFactory(state);
    }

    ListServicesResponse list(ListServicesRequest request) {
        List<String> arns = state.cluster(request.cluster()).services().stream()
                .filter(EcsService::active)
                .filter(service -> request.launchType() == null
                        || request.launchType() == service.settings().launchType())
                .map(EcsService::arn)
                .toList();
        Page<String> page = Pages.of(arns, request.nextToken(), request.maxResults(), PAGE);
        return ListServicesResponse.builder()
                .serviceArns(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DescribeServicesResponse describe(DescribeServicesRequest request) {
        if (request.services().isEmpty()) {
            throw EcsErrors.invalidParameter("Services cannot be empty.");
        }
        if (request.services().size() > MOST_DESCRIBED) {
            throw EcsErrors.invalidParameter("Services cannot have more than 10 elements.");
        }
        Cluster cluster = state.cluster(request.cluster());
        List<Service> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String name : request.services()) {
            Optional<EcsService> service = cluster.service(name);
            if (service.isPresent()) {
                found.add(view(service.get(), request.include().contains(ServiceField.TAGS)));
            } else {
                failures.add(Failure.builder()
                        .arn(state.arns().service(cluster.name(), Arns.lastPart(name)))
                        .reason("MISSING")
                        .build());
            }
        }
        return DescribeServicesResponse.builder()
                .services(found)
                .failures(failures)
                .build();
    }

    private Service view(EcsService service, boolean withTags) {
        Service view = Views.service(service);
        return withTags ? view.toBuilder().tags(state.tags().of(service.arn())).build() : view;
    }

    CreateServiceResponse create(CreateServiceRequest request) {
        if (request.serviceName() == null || request.serviceName().isBlank()) {
            throw EcsErrors.invalidParameter("Service name should not be blank.");
        }
        Cluster cluster = state.cluster(request.cluster());
        Optional<EcsService> existing = cluster.service(request.serviceName()).filter(EcsService::active);
        if (existing.isPresent()) {
            throw EcsErrors.invalidParameter("Creation of service was not idempotent.");
        }
        TaskDefinition definition = deployable(request.taskDefinition());
        EcsService service = factory.create(cluster, request, definition);
        return CreateServiceResponse.builder().service(view(service, true)).build();
    }

    UpdateServiceResponse update(UpdateServiceRequest request) {
        EcsService service = state.service(request.cluster(), request.service());
        if (!service.active()) {
            throw EcsErrors.serviceNotActive();
        }
        if (request.desiredCount() != null && request.desiredCount() < 0) {
            throw EcsErrors.invalidParameter("desiredCount must not be negative.");
        }
        String current = service.settings().taskDefinition();
        String wanted = request.taskDefinition() == null
                ? current
                : deployable(request.taskDefinition()).taskDefinitionArn();
        boolean deploys = !wanted.equals(current)
                || Boolean.TRUE.equals(request.forceNewDeployment())
                || request.hasCapacityProviderStrategy()
                || request.networkConfiguration() != null;
        Service.Builder settings = service.settings().toBuilder();
        Pojos.copy(request, (SdkPojo) settings, NOT_SETTINGS);
        settings.taskDefinition(wanted);
        Service changed = settings.build();
        service.settings(changed.toBuilder()
                .deploymentConfiguration(ServiceFactory.complete(changed.deploymentConfiguration()))
                .build());
        if (deploys) {
            // A new deployment brings up the new count itself.
            int desired = request.desiredCount() == null ? service.desired() : request.desiredCount();
            service.settings(
                    service.settings().toBuilder().desiredCount(desired).build());
            state.engine().deploy(service, deployable(wanted));
        } else if (request.desiredCount() != null) {
            state.engine().scale(service, request.desiredCount());
        }
        return UpdateServiceResponse.builder().service(view(service, true)).build();
    }

    private TaskDefinition deployable(String nameOrArn) {
        TaskDefinition definition = state.taskDefinitions().find(nameOrArn);
        if (definition.status() != TaskDefinitionStatus.ACTIVE) {
            throw EcsErrors.client("TaskDefinition is inactive");
        }
        return definition;
    }

    DeleteServiceResponse delete(DeleteServiceRequest request) {
        EcsService service = state.service(request.cluster(), request.service());
        if (!service.active()) {
            throw EcsErrors.serviceNotActive();
        }
        if (service.desired() > 0 && !Boolean.TRUE.equals(request.force())) {
            throw EcsErrors.invalidParameter("The service cannot be stopped while it is scaled above 0.");
        }
        state.engine().scale(service, 0);
        service.settings(service.settings().toBuilder().status("INACTIVE").build());
        return DeleteServiceResponse.builder()
                .service(Views.service(service).toBuilder().status("DRAINING").build())
                .build();
    }
}
