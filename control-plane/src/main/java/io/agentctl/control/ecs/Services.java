package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.List;

/**
 * Which services of a cluster are meant.
 *
 * @param cluster the cluster's name, or empty for the only one there is
 * @param names the services' names; empty for all
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
        String where = cluster.isEmpty() ? onlyCluster(ecs) : cluster;
        return names.isEmpty() ? observer.all(where) : observer.named(where, names);
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
