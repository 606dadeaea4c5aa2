package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.SizeInForce;
import io.agentctl.control.fargate.TaskSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which task sizes were in force over a look-back, from the service's deployments. */
public final class SizeHistory {

    /** How far back the deployment before the look-back is searched: as long as ECS keeps them. */
    private static final Duration DEPLOYMENTS_KEPT = Duration.ofDays(90);

    /** A service's first deployment is created with it; the two times differ by a moment. */
    private static final Duration SAME_MOMENT = Duration.ofMinutes(5);

    /**
     * What was found.
     *
     * @param sizes in order of time, the last in force now
     * @param resolved false if a size within the look-back is not known, or not since when
     */
    public record Found(List<SizeInForce> sizes, boolean resolved) {
        public Found {
            sizes = List.copyOf(sizes);
        }

        private static final Found UNKNOWN = new Found(List.of(), false);
    }

    private final EcsGateway ecs;
    private final DeploymentGateway deployments;

    public SizeHistory(EcsGateway ecs, DeploymentGateway deployments) {
        this.ecs = ecs;
        this.deployments = deployments;
    }

    /** The sizes in force from an instant until now. Asks ECS only if something was deployed since. */
    public Found since(ObservedService service, Instant since) {
        Optional<TaskSize> now = service.taskDefinition().taskSize();
        if (now.isEmpty()) {
            return Found.UNKNOWN;
        }
        boolean constant = !service.deployedAt().isAfter(since) || firstDeployment(service);
        if (constant) {
            return new Found(List.of(new SizeInForce(since, now.get())), true);
        }
        return deployments
                .since(service.name(), since.minus(DEPLOYMENTS_KEPT))
                .map(list -> resolve(service, list, since))
                .orElse(Found.UNKNOWN);
    }

    private static boolean firstDeployment(ObservedService service) {
        return Duration.between(service.createdAt(), service.deployedAt()).abs().compareTo(SAME_MOMENT) < 0;
    }

    private Found resolve(ObservedService service, List<Deployment> newestFirst, Instant since) {
        List<SizeInForce> sizes = new ArrayList<>();
        for (Deployment deployment : newestFirst.reversed()) {
            if (deployment.status() == Deployment.Status.SUCCESSFUL) {
                Optional<TaskSize> size = size(deployment.taskDefinition());
                if (size.isEmpty()) {
                    return Found.UNKNOWN;
                }
                Instant from = deployment.finishedAt() == null ? deployment.createdAt() : deployment.finishedAt();
                if (!from.isAfter(since)) {
                    sizes.clear();
                }
                addIfNew(sizes, new SizeInForce(from, size.get()));
            }
        }
        boolean reachesBack = !sizes.isEmpty()
                && (!sizes.getFirst().since().isAfter(since)
                        || service.createdAt().isAfter(since));
        return reachesBack ? new Found(sizes, true) : Found.UNKNOWN;
    }

    private static void addIfNew(List<SizeInForce> sizes, SizeInForce next) {
        if (sizes.isEmpty() || !sizes.getLast().size().equals(next.size())) {
            sizes.add(next);
        }
    }

    /** The size of a revision that may have been deleted since. */
    private Optional<TaskSize> size(String taskDefinition) {
        try {
            return ecs.taskDefinition(taskDefinition).taskSize();
        } catch (AgentctlException failure) {
            if (failure.code() == ErrorCode.FAILED) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
