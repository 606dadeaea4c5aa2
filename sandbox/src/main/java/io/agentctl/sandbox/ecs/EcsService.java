package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.workload.Occupancy;
import io.agentctl.sandbox.workload.UtilizationSeries;
import io.agentctl.sandbox.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/** A service: what it is told to be, the deployments and tasks it has, and what it has been. */
final class EcsService {
    /** The service keeps the latest 100 events. */
    private static final int KEPT_EVENTS = 100;

    private static final Duration KEPT_STOPPED = Duration.ofHours(1);

    private final Cluster cluster;
    private final Workload workload;
    private final UtilizationSeries utilization;
    private final List<Rollout> rollouts = new ArrayList<>();
    private final List<SimTask> tasks = new ArrayList<>();
    private final List<DeploymentRecord> records = new ArrayList<>();
    private final Deque<ServiceEvent> events = new ArrayDeque<>();
    private Service settings;
    private Revision lastCompleted;
    private volatile Occupancy occupancy = Occupancy.none();
    private boolean steady = true;

    /** @param settings what does not follow from tasks and deployments: name, ARN, strategy, network, desired count */
    EcsService(Cluster cluster, Service settings, Workload workload) {
        this.cluster = cluster;
        this.settings = settings;
        this.workload = workload;
        this.utilization = new UtilizationSeries(workload, this::occupancy);
    }

    String name() {
        return settings.serviceName();
    }

    String arn() {
        return settings.serviceArn();
    }

    Cluster cluster() {
        return cluster;
    }

    Service settings() {
        return settings;
    }

    void settings(Service changed) {
        settings = changed;
    }

    boolean active() {
        return "ACTIVE".equals(settings.status());
    }

    int desired() {
        return settings.desiredCount();
    }

    DeploymentConfiguration deploymentConfiguration() {
        return settings.deploymentConfiguration();
    }

    Workload workload() {
        return workload;
    }

    UtilizationSeries utilization() {
        return utilization;
    }

    Occupancy occupancy() {
        return occupancy;
    }

    void occupancy(Occupancy changed) {
        occupancy = changed;
    }

    /** The deployments, the PRIMARY one first. */
    List<Rollout> rollouts() {
        return rollouts;
    }

    Rollout primary() {
        return rollouts.getFirst();
    }

    List<DeploymentRecord> records() {
        return records;
    }

    Optional<Revision> lastCompleted() {
        return Optional.ofNullable(lastCompleted);
    }

    void completed(Revision revision) {
        lastCompleted = revision;
    }

    boolean steady() {
        return steady;
    }

    void steady(boolean now) {
        steady = now;
    }

    Collection<SimTask> tasks() {
        return tasks;
    }

    void add(SimTask task) {
        tasks.add(task);
    }

    /** Tasks that are meant to run. */
    List<SimTask> live() {
        return tasks.stream().filter(SimTask::live).toList();
    }

    int running() {
        return (int) tasks.stream().filter(SimTask::running).count();
    }

    int healthy() {
        return (int) tasks.stream().filter(SimTask::healthy).count();
    }

    void forgetStopped(Instant now) {
        Instant before = now.minus(KEPT_STOPPED);
        tasks.removeIf(task -> task.stoppedAt().filter(before::isAfter).isPresent());
    }

    Deque<ServiceEvent> events() {
        return events;
    }

    void event(String id, String message, Instant at) {
        events.addFirst(ServiceEvent.builder()
                .id(id)
                .createdAt(at)
                .message("(service " + name() + ") " + message)
                .build());
        if (events.size() > KEPT_EVENTS) {
            events.removeLast();
        }
    }

    /** Notes how many tasks run from now on, at the size that most of them have. */
    void noteOccupancy(Instant at) {
        TaskSize size = primary().revision().size();
        int most = 0;
        for (Rollout rollout : rollouts) {
            int running = (int) tasks.stream()
                    .filter(task -> task.running() && task.rollout() == rollout)
                    .count();
            if (running > most) {
                most = running;
                size = rollout.revision().size();
            }
        }
        occupancy = occupancy.with(at.toEpochMilli(), running(), size.cpu(), size.memory());
    }
}
