package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Reads and sets the counts of services, and nothing else of them. */
public final class CountGateway {

    private final EcsGateway gateway;
    private final Supplier<EcsClient> ecs;
    private final ApiCalls calls;

    /** Shares the way to ECS with the other gateways. */
    public CountGateway(EcsGateway gateway, Supplier<EcsClient> ecs, ApiCalls calls) {
        this.gateway = gateway;
        this.ecs = ecs;
        this.calls = calls;
    }

    /** The counts of services of one cluster; those that do not exist are left out. */
    public List<ServiceCount> of(String cluster, List<String> services) {
        return gateway.describe(cluster, services).stream()
                .map(service -> read(cluster, service))
                .toList();
    }

    /** The same with the services' tags. */
    public List<ServiceCount> withTags(String cluster, List<String> services) {
        return gateway.describe(cluster, services, ServiceField.TAGS).stream()
                .map(service -> read(cluster, service))
                .toList();
    }

    /** The count of one service, if it is there. */
    public Optional<ServiceCount> of(ServiceName name) {
        return gateway.describe(name).map(service -> read(name.cluster(), service));
    }

    /** Sets how many tasks are wanted; starts no deployment. */
    public void set(ServiceName name, int desired) {
        calls.call("set the count of " + name, () -> ecs.get()
                .updateService(request ->
                        request.cluster(name.cluster()).service(name.service()).desiredCount(desired)));
    }

    /** The tags of a service that was described with them. */
    static Map<String, String> tags(Service service) {
        return service.tags().stream()
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, two) -> one));
    }

    private static ServiceCount read(String cluster, Service service) {
        return new ServiceCount(
                new ServiceName(cluster, service.serviceName()),
                service.desiredCount(),
                service.runningCount(),
                service.pendingCount(),
                service.createdAt() == null ? Instant.EPOCH : service.createdAt(),
                tags(service));
    }
}
