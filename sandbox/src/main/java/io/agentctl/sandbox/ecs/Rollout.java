package io.agentctl.sandbox.ecs;

import java.time.Instant;

/** One of a service's deployments: the PRIMARY one, or one that is being replaced. */
final class Rollout {
    private final String id;
    private final Revision revision;
    private final RolloutFault fault;
    private final Instant createdAt;
    private DeploymentRecord record;
    private State state = State.IN_PROGRESS;
    private String reason;
    private Instant updatedAt;
    private int failedTasks;
    private int failuresInARow;
    private Instant retryAt = Instant.MIN;

    enum State {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    Rollout(String id, Revision revision, DeploymentRecord record, RolloutFault fault, Instant createdAt) {
        this.id = id;
        this.revision = revision;
        this.record = record;
        this.fault = fault;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.reason = "ECS deployment " + id + " in progress.";
    }

    String id() {
        return id;
    }

    Revision revision() {
        return revision;
    }

    RolloutFault fault() {
        return fault;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    DeploymentRecord record() {
        return record;
    }

    State state() {
        return state;
    }

    String reason() {
        return reason;
    }

    int failuresInARow() {
        return failuresInARow;
    }

    /** A task was found healthy: the next failure is the first again. */
    void recovered() {
        failuresInARow = 0;
    }

    int failedTasks() {
        return failedTasks;
    }

    Instant retryAt() {
        return retryAt;
    }

    void move(State next, String why, Instant at) {
        state = next;
        reason = why;
        updatedAt = at;
    }

    /** A rollback returns to this deployment: its progress is that of the service deployment that failed. */
    void resumeFor(DeploymentRecord failed, Instant at) {
        record = failed;
        move(State.IN_PROGRESS, "ECS deployment " + id + " in progress.", at);
    }

    void countFailure(Instant nextTry, Instant at) {
        failedTasks++;
        failuresInARow++;
        retryAt = nextTry;
        updatedAt = at;
    }
}
