package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.PolicyHead;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Plans other changes of what an environment enforces: a trial advanced, promoted or dropped, a policy deactivated. */
public final class PlanHeadChange implements UseCase<PlanHeadChange.Request, Plan> {

    /**
     * What is wanted.
     *
     * @param kind what was asked, such as {@code policy promote}
     * @param reason why, in the actor's words; may be empty
     */
    public record Request(String kind, String environment, List<HeadChange> changes, String reason) {
        public Request {
            changes = List.copyOf(changes);
        }
    }

    private final Supplier<Target> here;
    private final Policies policies;
    private final Clock clock;

    public PlanHeadChange(Supplier<Target> here, Policies policies, Clock clock) {
        this.here = here;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Plan run(Request request, ProgressListener progress) {
        PolicyHead head = policies.ask("read what is in force", store -> store.head(request.environment()));
        return HeadPlanner.plan(
                request.kind(),
                here.get(),
                clock.instant(),
                head,
                Selection.changed(head, request.changes()),
                Selection.why(request.reason(), request.kind()),
                Risk.MEDIUM);
    }
}
