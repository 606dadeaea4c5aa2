package io.agentctl.control.performance.watch;

import io.agentctl.control.ecs.Deployment;
import io.agentctl.control.ecs.DeploymentGateway;
import io.agentctl.control.ecs.ServiceName;
import java.time.Instant;
import java.util.List;

/** Deployments of ECS services, whoever asked for them. */
public final class DeploymentHappenings implements Happenings {

    private final DeploymentGateway deployments;
    private final List<ServiceName> services;

    public DeploymentHappenings(DeploymentGateway deployments, List<ServiceName> services) {
        this.deployments = deployments;
        this.services = List.copyOf(services);
    }

    @Override
    public List<Happening> between(Instant from, Instant to) {
        return services.stream()
                .flatMap(service -> deployments.since(service, from).orElse(List.of()).stream()
                        .filter(deployment -> deployment.createdAt().isBefore(to))
                        .map(deployment -> new Happening(deployment.createdAt(), text(service, deployment))))
                .toList();
    }

    private static String text(ServiceName service, Deployment deployment) {
        String definition = deployment.taskDefinition();
        return "deployment of " + service
                + (definition.isEmpty() ? "" : " to " + definition.substring(definition.lastIndexOf('/') + 1));
    }
}
