package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.ecs.Services;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The services that windows may move.
 *
 * @param cluster where they are
 * @param names the project's services that are there, or all of the cluster's if the project names none
 * @param others services of the cluster that are not the project's
 */
public record ProjectServices(String cluster, List<String> names, List<String> others) {

    public ProjectServices {
        names = List.copyOf(names);
        others = List.copyOf(others);
    }

    /** Finds them: the cluster is the project's, or the only one there is. */
    public static ProjectServices of(Services project, EcsGateway ecs) {
        String cluster = project.clusterThere(ecs);
        Map<Boolean, List<String>> there = ecs.serviceNames(cluster).stream()
                .collect(Collectors.partitioningBy(
                        name -> project.names().isEmpty() || project.names().contains(name)));
        return new ProjectServices(cluster, there.get(true), there.get(false));
    }

    /** Why a service that a window names is not among them. */
    public String whyMissing(String name) {
        return others.contains(name)
                ? "it is not among the project's services"
                : "there is no service " + name + " in cluster " + cluster;
    }
}
