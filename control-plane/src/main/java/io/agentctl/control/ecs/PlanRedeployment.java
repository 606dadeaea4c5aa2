package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Plans a new deployment of the revision that runs already, which replaces every task. */
public final class PlanRedeployment implements UseCase<Services, Plan> {

    private final Supplier<Target> here;
    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final Clock clock;

    public PlanRedeployment(Supplier<Target> here, EcsGateway ecs, ServiceObserver observer, Clock clock) {
        this.here = here;
        this.ecs = ecs;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public Plan run(Services services, ProgressListener progress) {
        ObservedService service = services.observe(ecs, observer).getFirst();
        Change change = new Change(
                service.name().resource(),
                ServiceField.DEPLOYMENT.word(),
                service.deployedAt().toString(),
                "new",
                "all " + service.desired() + " tasks are replaced by new ones of "
                        + service.taskDefinition().shortName(),
                Risk.LOW,
                Money.ZERO);
        return new Plan(
                "ecs redeploy",
                here.get(),
                clock.instant(),
                List.of(new ResourcePlan(service.name().resource(), service.fingerprint(), List.of(change))));
    }
}
