package io.agentctl.sandbox.ecs;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster and its services. */
final class Cluster {
    private final String name;
    private final String arn;
    private final Map<String, EcsService> services = new TreeMap<>();

    Cluster(String name, String arn) {
        this.name = name;
        this.arn = arn;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    Collection<EcsService> services() {
        return services.values();
    }

    void add(EcsService service) {
        services.put(service.name(), service);
    }

    /** Finds a service by name or ARN. */
    Optional<EcsService> service(String nameOrArn) {
        return Optional.ofNullable(services.get(Arns.lastPart(nameOrArn)));
    }
}
