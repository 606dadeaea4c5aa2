package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Follows a rollout until it is proved or disproved. It is judged by its service deployment where ECS tells of one: a
 * service that is stable again may have been rolled back, so stability alone proves nothing.
 */
final class RolloutFollower {

    /** How a rollout ended well. */
    enum End {
        /** The revision runs. */
        PROVED,
        /** The service wants no tasks, so nothing shows whether the revision would run. */
        NOTHING_RUNS
    }

    private final EcsGateway ecs;
    private final DeploymentGateway deployments;
    private final Clock clock;
    private final Pace pace;

    RolloutFollower(EcsGateway ecs, DeploymentGateway deployments, Clock clock, Pace pace) {
        this.ecs = ecs;
        this.deployments = deployments;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Waits until the rollout is over.
     *
     * @throws AgentctlException FAILED if the service settled on something else; STILL_RUNNING if it takes too long;
     *     INTERRUPTED if the caller asked to stop
     */
    End follow(Rollout rollout, ProgressListener progress) {
        Instant deadline = clock.instant().plus(pace.rolloutTimeout());
        EventTeller teller = new EventTeller(progress);
        while (true) {
            Service service = ecs.describe(rollout.service()).orElseThrow(() -> gone(rollout));
            teller.tell(service);
            Optional<End> end = judge(rollout, service);
            if (end.isPresent()) {
                return end.get();
            }
            if (clock.instant().isAfter(deadline)) {
                throw new AgentctlException(
                        ErrorCode.STILL_RUNNING,
                        "the rollout of " + rollout.service() + " is not over after " + pace.rolloutTimeout(),
                        "ECS goes on with it. Look again with: agentctl ecs wait "
                                + rollout.service().service());
            }
            if (!progress.cancellation().sleep(pace.poll())) {
                throw new AgentctlException(
                        ErrorCode.INTERRUPTED,
                        "stopped following the rollout of " + rollout.service() + "; ECS goes on with it",
                        "");
            }
        }
    }

    private Optional<End> judge(Rollout rollout, Service service) {
        if (service.desiredCount() == 0
                && service.taskDefinition().equals(rollout.taskDefinition())
                && service.runningCount() == 0) {
            return Optional.of(End.NOTHING_RUNS);
        }
        Optional<List<Deployment>> told = deployments.since(rollout.service(), rollout.after());
        Optional<Deployment> ours = told.flatMap(list -> list.stream()
                .filter(deployment -> deployment.taskDefinition().equals(rollout.taskDefinition()))
                .findFirst());
        if (ours.isPresent()) {
            return byDeployment(rollout, ours.get(), service);
        }
        return bySettling(rollout, service);
    }

    private static Optional<End> byDeployment(Rollout rollout, Deployment deployment, Service service) {
        return switch (deployment.status()) {
            case UNDER_WAY, ROLLING_BACK -> Optional.empty();
            case SUCCESSFUL -> bySettling(rollout, service);
            case ROLLED_BACK, STOPPED, BROKEN -> throw settledElsewhere(rollout, service, deployment.reason());
        };
    }

    private static Optional<End> bySettling(Rollout rollout, Service service) {
        if (ServiceObserver.deploying(service)) {
            return Optional.empty();
        }
        if (!service.taskDefinition().equals(rollout.taskDefinition())) {
            throw settledElsewhere(rollout, service, "");
        }
        return service.runningCount() >= service.desiredCount() ? Optional.of(End.PROVED) : Optional.empty();
    }

    private static AgentctlException settledElsewhere(Rollout rollout, Service service, String reason) {
        String why = reason.isBlank() ? "" : " (" + reason + ")";
        return new AgentctlException(
                ErrorCode.FAILED,
                rollout.service() + " did not take "
                        + ObservedTaskDefinition.shortName(rollout.taskDefinition())
                        + ": it went back to "
                        + ObservedTaskDefinition.shortName(service.taskDefinition()) + why,
                "Look at why tasks stopped with: aws ecs list-tasks --desired-status STOPPED, and at their logs.");
    }

    private static AgentctlException gone(Rollout rollout) {
        return new AgentctlException(
                ErrorCode.NOT_FOUND, "service " + rollout.service() + " was deleted meanwhile", "");
    }
}
