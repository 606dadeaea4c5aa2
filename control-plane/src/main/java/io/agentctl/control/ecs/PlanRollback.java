package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plans the way back to a revision that ran well: the newest other one whose deployment succeeded, not simply the
 * number before, which may never have run.
 */
public final class PlanRollback implements UseCase<PlanRollback.Request, Plan> {

    /** ECS keeps service deployments for about ninety days. */
    private static final Duration DEPLOYMENTS_KEPT = Duration.ofDays(90);

    /**
     * What to roll back.
     *
     * @param services one service
     * @param to {@code family:revision} or ARN to go to; empty for the last that ran well
     */
    public record Request(Services services, Optional<String> to) {}

    private final Supplier<Target> here;
    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final DeploymentGateway deployments;
    private final Clock clock;

    public PlanRollback(
            Supplier<Target> here,
            EcsGateway ecs,
            ServiceObserver observer,
            DeploymentGateway deployments,
            Clock clock) {
        this.here = here;
        this.ecs = ecs;
        this.observer = observer;
        this.deployments = deployments;
        this.clock = clock;
    }

    @Override
    public Plan run(Request request, ProgressListener progress) {
        ObservedService service = request.services().observe(ecs, observer).getFirst();
        String to = request.to().map(name -> ecs.taskDefinition(name).arn()).orElseGet(() -> lastGood(service));
        String from = service.taskDefinition().arn();
        List<ResourcePlan> resources = from.equals(to)
                ? List.of()
                : List.of(new ResourcePlan(
                        service.name().resource(),
                        service.fingerprint(),
                        List.of(new Change(
                                service.name().resource(),
                                ServiceField.TASK_DEFINITION.word(),
                                from,
                                to,
                                request.to().isPresent()
                                        ? "asked for"
                                        : "the last other revision whose deployment succeeded",
                                Risk.MEDIUM,
                                Money.ZERO))));
        return new Plan("ecs rollback", here.get(), clock.instant(), resources);
    }

    private String lastGood(ObservedService service) {
        return deployments.since(service.name(), clock.instant().minus(DEPLOYMENTS_KEPT)).orElse(List.of()).stream()
                .filter(deployment -> deployment.status() == Deployment.Status.SUCCESSFUL)
                .map(Deployment::taskDefinition)
                .filter(arn -> !arn.equals(service.taskDefinition().arn()))
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.FAILED,
                        "ECS knows of no other revision that ran well in " + service.name(),
                        "Name the one to go to with --to FAMILY:REVISION."));
    }
}
