package io.agentctl.sandbox.ecs;

import java.time.Instant;
import java.util.Optional;

/** A task on its way from PROVISIONING to STOPPED. */
final class SimTask {
    private final String id;
    private final Rollout rollout;
    private final String capacityProvider;
    private final Instant createdAt;
    private Status status = Status.PROVISIONING;
    private boolean healthy;
    private Instant startedAt;
    private Instant stoppingAt;
    private Instant stoppedAt;
    private StopCause cause;

    enum Status {
        PROVISIONING,
        PENDING,
        RUNNING,
        STOPPED
    }

    /** @param capacityProvider its name; empty for tasks with a launch type */
    SimTask(String id, Rollout rollout, String capacityProvider, Instant createdAt) {
        this.id = id;
        this.rollout = rollout;
        this.capacityProvider = capacityProvider;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    Rollout rollout() {
        return rollout;
    }

    String capacityProvider() {
        return capacityProvider;
    }

    Instant createdAt() {
        return createdAt;
    }

    Status status() {
        return status;
    }

    boolean healthy() {
        return healthy;
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> stoppingAt() {
        return Optional.ofNullable(stoppingAt);
    }

    Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }

    Optional<StopCause> cause() {
        return Optional.ofNullable(cause);
    }

    /** Whether it is meant to run: not being stopped. */
    boolean live() {
        return stoppingAt == null;
    }

    boolean running() {
        return status == Status.RUNNING;
    }

    void pending() {
        status = Status.PENDING;
    }

    void run(Instant at) {
        status = Status.RUNNING;
        startedAt = at;
    }

    void foundHealthy() {
        healthy = true;
    }

    void stopping(StopCause why, Instant at) {
        stoppingAt = at;
        cause = why;
        healthy = false;
    }

    void stopped(Instant at) {
        status = Status.STOPPED;
        stoppedAt = at;
    }
}
