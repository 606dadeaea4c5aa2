package io.agentctl.sandbox.ecs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster and its services. */
final class Cluster {
    private final String name;
    private final String arn;
    private final Map<String, EcsService> services = new TreeMap<>();
    private final List<StandaloneTask> standalone = new ArrayList<>();

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

    /** Tasks of no service, in the order in which they were started. */
    List<StandaloneTask> standalone() {
        return standalone;
    }

    void add(EcsService service) {
        services.put(service.name(), service);
    }

    /** Finds a service by name or ARN. */
    Optional<EcsService> service(String nameOrArn) {
        return Optional.ofNullable(services.get(Arns.lastPart(nameOrArn)));
    }
}
