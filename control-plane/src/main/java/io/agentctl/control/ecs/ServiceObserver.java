package io.agentctl.control.ecs;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Scalable;
import io.agentctl.control.scaling.ScaledQuantity;
import io.agentctl.control.scaling.ScalingGateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;

/** Puts together what is known of services as they are now. */
public final class ServiceObserver {

    private static final String SPOT = "FARGATE_SPOT";

    private final EcsGateway ecs;
    private final ScalingGateway scaling;
    private final Services project;

    /**
     * Makes an observer.
     *
     * @param project which services are meant where a user names none
     */
    public ServiceObserver(EcsGateway ecs, ScalingGateway scaling, Services project) {
        this.project = project;
        this.ecs = ecs;
        this.scaling = scaling;
    }

    /** Which services are meant where a user names none. */
    Services project() {
        return project;
    }

    /**
     * The named services of a cluster, in the order of the names.
     *
     * @throws AgentctlException NOT_FOUND, naming near ones, if any of them does not exist
     */
    public List<ObservedService> named(String cluster, List<String> names) {
        Supplier<Map<String, ObservedScaling>> targets = Parallel.begin(() -> targets(cluster, names));
        List<Service> found = ecs.describe(cluster, names);
        Map<String, Service> byName =
                found.stream().collect(Collectors.toMap(Service::serviceName, service -> service, (one, two) -> one));
        List<Service> inOrder = new ArrayList<>();
        for (String name : names) {
            Service service = byName.get(name);
            if (service == null) {
                throw serviceNotFound(cluster, name);
            }
            inOrder.add(service);
        }
        return observe(cluster, inOrder, targets);
    }

    /** Services with their tags and sizes; those that do not exist are left out. */
    public List<SizedService> sized(String cluster, List<String> names) {
        return Parallel.map(
                ecs.describe(cluster, names, ServiceField.TAGS),
                service -> new SizedService(
                        new ServiceName(cluster, service.serviceName()),
                        CountGateway.tags(service),
                        service.desiredCount(),
                        ecs.taskDefinition(service.taskDefinition()),
                        spotShare(service)));
    }

    /** One service. */
    public ObservedService one(ServiceName name) {
        return named(name.cluster(), List.of(name.service())).getFirst();
    }

    private Map<String, ObservedScaling> targets(String cluster, List<String> names) {
        if (names.size() != 1) {
            return names.isEmpty() ? Map.of() : scaling.all(ScaledQuantity.ECS_TASKS);
        }
        Scalable only = new ServiceName(cluster, names.getFirst()).scalable();
        return scaling.of(only).map(found -> Map.of(only.resourceId(), found)).orElse(Map.of());
    }

    private List<ObservedService> observe(
            String cluster, List<Service> services, Supplier<Map<String, ObservedScaling>> targets) {
        Parallel.map(services, service -> ecs.taskDefinition(service.taskDefinition()));
        Map<String, ObservedScaling> known = targets.get();
        return services.stream()
                .map(service -> observe(new ServiceName(cluster, service.serviceName()), service, known))
                .toList();
    }

    private ObservedService observe(ServiceName name, Service service, Map<String, ObservedScaling> targets) {
        Optional<Deployment> primary = service.deployments().stream()
                .filter(deployment -> "PRIMARY".equals(deployment.status()))
                .findFirst();
        return new ObservedService(
                name,
                ecs.taskDefinition(service.taskDefinition()),
                spotShare(service),
                service.desiredCount(),
                service.runningCount(),
                service.pendingCount(),
                deploying(service),
                primary.map(Deployment::createdAt).orElse(Instant.EPOCH),
                service.createdAt() == null ? Instant.EPOCH : service.createdAt(),
                targets.get(name.scalable().resourceId()));
    }

    static boolean deploying(Service service) {
        return service.deployments().size() > 1
                || service.deployments().stream()
                        .anyMatch(deployment -> deployment.rolloutState() == DeploymentRolloutState.IN_PROGRESS);
    }

    /** The share of tasks on Spot by the strategy's weights, its base counts of tasks first. */
    private static double spotShare(Service service) {
        int tasks = Math.max(1, service.desiredCount());
        int based = 0;
        int spotBased = 0;
        int weights = 0;
        int spotWeights = 0;
        for (CapacityProviderStrategyItem item : service.capacityProviderStrategy()) {
            int base = Math.min(item.base() == null ? 0 : item.base(), tasks);
            int weight = item.weight() == null ? 0 : item.weight();
            based += base;
            weights += weight;
            if (SPOT.equals(item.capacityProvider())) {
                spotBased += base;
                spotWeights += weight;
            }
        }
        double rest = Math.max(0, tasks - based);
        double spot = spotBased + (weights == 0 ? 0 : rest * spotWeights / weights);
        return Math.min(1, spot / tasks);
    }

    private AgentctlException serviceNotFound(String cluster, String name) {
        List<String> names = ecs.serviceNames(cluster);
        String near = Suggestions.sentence(name, names);
        String there = names.isEmpty()
                ? "The cluster has no services."
                : "List them with: agentctl ecs services --cluster " + cluster;
        return new AgentctlException(
                ErrorCode.NOT_FOUND,
                "there is no service " + name + " in cluster " + cluster,
                near.isEmpty() ? there : near);
    }
}
