package io.agentctl.sandbox.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.Rollback;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;

/** A service deployment: what was asked for, how it went, and whether it was taken back. */
final class DeploymentRecord {
    private final String arn;
    private final Revision target;
    private final List<Revision> sources;
    private final Instant createdAt;
    private final int threshold;
    private ServiceDeploymentStatus status = ServiceDeploymentStatus.PENDING;
    private String reason;
    private Instant startedAt;
    private Instant finishedAt;
    private Instant stoppedAt;
    private Instant updatedAt;
    private int failures;
    private boolean breakerTripped;
    private Rollback rollback;

    DeploymentRecord(String arn, Revision target, List<Revision> sources, int threshold, Instant createdAt) {
        this.arn = arn;
        this.target = target;
        this.sources = List.copyOf(sources);
        this.threshold = threshold;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    String arn() {
        return arn;
    }

    Revision target() {
        return target;
    }

    List<Revision> sources() {
        return sources;
    }

    Instant createdAt() {
        return createdAt;
    }

    int threshold() {
        return threshold;
    }

    ServiceDeploymentStatus status() {
        return status;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int failures() {
        return failures;
    }

    boolean breakerTripped() {
        return breakerTripped;
    }

    Optional<Rollback> rollback() {
        return Optional.ofNullable(rollback);
    }

    boolean underWay() {
        return switch (status) {
            case PENDING, IN_PROGRESS, STOP_REQUESTED, ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS -> true;
            case SUCCESSFUL, STOPPED, ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    void start(Instant at) {
        status = ServiceDeploymentStatus.IN_PROGRESS;
        startedAt = at;
        updatedAt = at;
    }

    void finish(ServiceDeploymentStatus outcome, String why, Instant at) {
        status = outcome;
        reason = why;
        finishedAt = at;
        updatedAt = at;
        if (outcome == ServiceDeploymentStatus.STOPPED) {
            stoppedAt = at;
        }
    }

    void requestStop(Instant at) {
        status = ServiceDeploymentStatus.STOP_REQUESTED;
        reason = "Service deployment stop was requested.";
        stoppedAt = at;
        updatedAt = at;
    }

    void rollBackTo(Revision revision, String why, Instant at) {
        status = ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS;
        reason = why;
        updatedAt = at;
        rollback = Rollback.builder()
                .reason(why)
                .startedAt(at)
                .serviceRevisionArn(revision.arn())
                .build();
    }

    /** Counts a task that failed to start; true when that is one too many for the circuit breaker. */
    boolean countFailure(DeploymentCircuitBreaker breaker, Instant at) {
        failures++;
        updatedAt = at;
        breakerTripped |= breaker.enable() && failures >= threshold;
        return breakerTripped;
    }
}
