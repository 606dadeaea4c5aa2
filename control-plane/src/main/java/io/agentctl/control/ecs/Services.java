package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.List;

/**
 * Which services of a cluster are meant.
 *
 * @param cluster the cluster's name; empty for the project's, or else the only one there is
 * @param names the services' names; empty for all, or for the project's where no cluster is named either
 */
public record Services(String cluster, List<String> names) {

    public Services {
        names = List.copyOf(names);
    }

    /** All services of a cluster. */
    public static Services allOf(String cluster) {
        return new Services(cluster, List.of());
    }

    /** One service. */
    public static Services one(String cluster, String name) {
        return new Services(cluster, List.of(name));
    }

    /** Observes them. */
    public List<ObservedService> observe(EcsGateway ecs, ServiceObserver observer) {
        Services meant = resolve(ecs, observer);
        return observer.named(meant.cluster, meant.names);
    }

    /** Their names, for a call for each hundred. */
    public List<ServiceName> named(EcsGateway ecs, ServiceObserver observer) {
        Services meant = resolve(ecs, observer);
        return meant.names.stream()
                .map(name -> new ServiceName(meant.cluster, name))
                .toList();
    }

    /** The same with the cluster and all services named. */
    Services resolve(EcsGateway ecs, ServiceObserver observer) {
        Services meant = within(observer.project());
        String where = meant.clusterThere(ecs);
        return new Services(where, meant.names.isEmpty() ? ecs.serviceNames(where) : meant.names);
    }

    /** The names alone, in order: those that are meant, or all that there are. */
    public List<String> named(EcsGateway ecs) {
        return names.isEmpty() ? ecs.serviceNames(clusterThere(ecs)) : names;
    }

    /** The cluster, or the only one there is where none is named. */
    public String clusterThere(EcsGateway ecs) {
        return cluster.isEmpty() ? onlyCluster(ecs) : cluster;
    }

    private Services within(Services project) {
        if (!cluster.isEmpty()) {
            return this;
        }
        return new Services(project.cluster, names.isEmpty() ? project.names : names);
    }

    private static String onlyCluster(EcsGateway ecs) {
        List<String> clusters = ecs.clusters();
        if (clusters.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND, "there is no ECS cluster in this account and region", "Check --region.");
        }
        if (clusters.size() > 1) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "there are " + clusters.size() + " clusters: " + String.join(", ", clusters),
                    "Name one with --cluster, or as cluster: in agentctl.yaml.");
        }
        return clusters.getFirst();
    }
}
