package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.plan.Identifier;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.scaling.Scalable;
import io.agentctl.control.scaling.ScaledQuantity;

/**
 * Names a service in an account and region.
 *
 * @param cluster the cluster's name, not its ARN
 * @param service the service's name, not its ARN
 */
public record ServiceName(String cluster, String service) implements Identifier, Comparable<ServiceName> {

    static final String RESOURCE_TYPE = "ecs-service";

    public ServiceName {
        if (cluster.isBlank() || service.isBlank() || cluster.contains("/") || service.contains("/")) {
            throw new IllegalArgumentException("not a cluster and service: " + cluster + "/" + service);
        }
    }

    /** Reads the two names out of a service's ARN, {@code …:service/CLUSTER/SERVICE}. */
    public static ServiceName ofArn(String arn) {
        String[] parts = arn.substring(arn.indexOf('/') + 1).split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a service ARN with a cluster: " + arn);
        }
        return new ServiceName(parts[0], parts[1]);
    }

    /** Reads the two names out of an action's arguments {@code cluster} and {@code service}. */
    public static ServiceName of(Action action) {
        return new ServiceName(action.argument("cluster"), action.argument("service"));
    }

    /** Reads the two names out of a plan's resource. */
    public static ServiceName of(ResourceId resource) {
        if (!resource.type().equals(RESOURCE_TYPE)) {
            throw new IllegalArgumentException("not an ECS service: " + resource);
        }
        return parse(resource.name());
    }

    /** Reads what {@link #toString} wrote. */
    public static ServiceName parse(String text) {
        int slash = text.indexOf('/');
        return new ServiceName(text.substring(0, slash), text.substring(slash + 1));
    }

    /** What plans and the journal call it. */
    public ResourceId resource() {
        return new ResourceId(RESOURCE_TYPE, toString());
    }

    /** What Application Auto Scaling calls it. */
    public Scalable scalable() {
        return new Scalable(ScaledQuantity.ECS_TASKS, "service/" + this);
    }

    @Override
    public int compareTo(ServiceName other) {
        int byCluster = cluster.compareTo(other.cluster);
        return byCluster != 0 ? byCluster : service.compareTo(other.service);
    }

    /** {@code cluster/service}. */
    @Override
    public String toString() {
        return cluster + "/" + service;
    }
}
