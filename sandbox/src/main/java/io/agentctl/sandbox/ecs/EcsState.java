package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.time.Simulation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** All of ECS's state, for its operations and for the metrics and scaling that follow from it. */
public final class EcsState {
    private static final String DEFAULT_CLUSTER = "default";

    private final Simulation simulation;
    private final Arns arns;
    private final Ids ids;
    private final TaskDefinitionBook taskDefinitions;
    private final RolloutEngine engine;
    private final RolloutTiming timing;
    private final ResourceTags tags = new ResourceTags();
    private final Map<String, Cluster> clusters = new TreeMap<>();

    /**
     * An empty account.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     * @param timing how long rollouts take
     * @param faults deployments that are to fail
     * @param seed decides the identifiers
     */
    public EcsState(Simulation simulation, Arns arns, RolloutTiming timing, RolloutFaults faults, long seed) {
        this.simulation = simulation;
        this.arns = arns;
        this.ids = new Ids(seed);
        this.timing = timing;
        this.taskDefinitions = new TaskDefinitionBook(arns);
        this.engine = new RolloutEngine(simulation, timing, faults, arns, ids);
    }

    /** When it is, and the lock. */
    public Simulation simulation() {
        return simulation;
    }

    /** Account and region. */
    public Arns arns() {
        return arns;
    }

    /** Puts a service with a past into its cluster. */
    public void seed(ServiceSeed seed) {
        new ServiceSeeder(this).seed(seed);
    }

    /** Makes sure that there is a cluster of that name. */
    public void seedCluster(String name) {
        createCluster(name);
    }

    /** Registers a task definition of no service. */
    public void seed(RegisterTaskDefinitionRequest definition) {
        TaskDefinition registered = taskDefinitions.register(definition, simulation.instant());
        tags.put(registered.taskDefinitionArn(), definition.tags());
    }

    Ids ids() {
        return ids;
    }

    TaskDefinitionBook taskDefinitions() {
        return taskDefinitions;
    }

    RolloutEngine engine() {
        return engine;
    }

    RolloutTiming timing() {
        return timing;
    }

    ResourceTags tags() {
        return tags;
    }

    Collection<Cluster> clusters() {
        return clusters.values();
    }

    Cluster createCluster(String name) {
        return clusters.computeIfAbsent(name, ignored -> new Cluster(name, arns.cluster(name)));
    }

    /** Finds a cluster by name or ARN; the one named {@code default} when there is no name. */
    Cluster cluster(String nameOrArn) {
        String name = nameOrArn == null || nameOrArn.isBlank() ? DEFAULT_CLUSTER : Arns.lastPart(nameOrArn);
        return findCluster(name).orElseThrow(EcsErrors::clusterNotFound);
    }

    Optional<Cluster> findCluster(String nameOrArn) {
        return Optional.ofNullable(clusters.get(Arns.lastPart(nameOrArn)));
    }

    /** An ACTIVE or other service by name or ARN. */
    EcsService service(String cluster, String nameOrArn) {
        return cluster(cluster).service(nameOrArn).orElseThrow(EcsErrors::serviceNotFound);
    }

    Stream<EcsService> services() {
        return clusters.values().stream().flatMap(cluster -> cluster.services().stream());
    }

    /** Handles onto the services that are ACTIVE, for metrics and scaling. */
    public Stream<ServiceHandle> activeServices() {
        return services().filter(EcsService::active).map(service -> new ServiceHandle(this, service));
    }

    /** A handle onto an ACTIVE service, or empty when there is none of that name. */
    public Optional<ServiceHandle> activeService(String clusterName, String serviceName) {
        return findService(clusterName, serviceName)
                .filter(handle -> handle.service().active());
    }

    /** A handle onto a service that is, or was, there: what was measured stays after it is gone. */
    public Optional<ServiceHandle> findService(String clusterName, String serviceName) {
        return Optional.ofNullable(clusters.get(clusterName))
                .flatMap(cluster -> cluster.service(serviceName))
                .map(service -> new ServiceHandle(this, service));
    }
}
