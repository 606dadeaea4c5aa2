package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.protocol.Pojos;
import io.agentctl.sandbox.workload.SyntheticWorkload;
import io.agentctl.sandbox.workload.Workload;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentController;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Makes services out of requests, with the service's own defaults filled in. */
final class ServiceFactory {
    private static final Set<String> NOT_SETTINGS = Set.of("cluster", "taskDefinition", "tags");
    private static final int FULL = 100;
    private static final int DOUBLE = 200;
    private static final double QUIET_CPU = 100;
    private static final double QUIET_MEMORY = 200;

    private final EcsState state;

    ServiceFactory(EcsState state) {
        this.state = state;
    }

    /** A service that somebody creates through the API: it has little to do. */
    EcsService create(Cluster cluster, CreateServiceRequest request, TaskDefinition definition) {
        long minute = state.simulation().instant().getEpochSecond() / 60;
        SyntheticWorkload.Shape quiet =
                new SyntheticWorkload.Shape(QUIET_CPU, QUIET_MEMORY, 0.2, 0.3, 14, 0.6, 0, 0.05, 1, 0);
        Workload workload = new SyntheticWorkload(
                quiet,
                new Workload.PerTask(10, 60, 0.1),
                minute,
                request.serviceName().hashCode());
        EcsService service = add(cluster, request, definition, workload);
        state.engine().deploy(service, definition);
        return service;
    }

    /** Adds a service that has neither deployments nor tasks yet. */
    EcsService add(Cluster cluster, CreateServiceRequest request, TaskDefinition definition, Workload workload) {
        Service.Builder settings = Service.builder();
        Pojos.copy(request, (SdkPojo) settings, NOT_SETTINGS);
        boolean launchType = request.capacityProviderStrategy().isEmpty();
        Service service = settings.serviceArn(state.arns().service(cluster.name(), request.serviceName()))
                .clusterArn(cluster.arn())
                .status("ACTIVE")
                .desiredCount(request.desiredCount() == null ? 0 : request.desiredCount())
                .launchType(launchType ? LaunchType.FARGATE : null)
                .platformVersion(request.platformVersion() == null ? "LATEST" : request.platformVersion())
                .platformFamily("Linux")
                .taskDefinition(definition.taskDefinitionArn())
                .deploymentConfiguration(complete(request.deploymentConfiguration()))
                .roleArn(state.arns().serviceRole())
                .createdAt(state.simulation().instant())
                .createdBy(state.arns().caller())
                .schedulingStrategy(SchedulingStrategy.REPLICA)
                .deploymentController(DeploymentController.builder().type("ECS").build())
                .build();
        EcsService created = new EcsService(cluster, service, workload);
        cluster.add(created);
        state.tags().put(created.arn(), request.tags());
        return created;
    }

    /** A deployment configuration with the defaults for what it leaves open. */
    static DeploymentConfiguration complete(DeploymentConfiguration given) {
        DeploymentConfiguration configuration =
                given == null ? DeploymentConfiguration.builder().build() : given;
        DeploymentCircuitBreaker breaker = configuration.deploymentCircuitBreaker() == null
                ? DeploymentCircuitBreaker.builder()
                        .enable(false)
                        .rollback(false)
                        .build()
                : configuration.deploymentCircuitBreaker();
        return configuration.toBuilder()
                .deploymentCircuitBreaker(breaker)
                .maximumPercent(configuration.maximumPercent() == null ? DOUBLE : configuration.maximumPercent())
                .minimumHealthyPercent(
                        configuration.minimumHealthyPercent() == null ? FULL : configuration.minimumHealthyPercent())
                .strategy(configuration.strategyAsString() == null ? "ROLLING" : configuration.strategyAsString())
                .bakeTimeInMinutes(configuration.bakeTimeInMinutes() == null ? 0 : configuration.bakeTimeInMinutes())
                .build();
    }
}
