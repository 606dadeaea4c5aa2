package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.PolicyHead;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plans the way back for a policy in an environment: a trial of it ends; if it is not tried, it becomes what it was
 * before its last change, which may be nothing.
 */
public final class PlanPolicyRollback implements UseCase<PlanPolicyRollback.Request, Plan> {

    /**
     * What is wanted.
     *
     * @param reason why, in the actor's words; may be empty
     */
    public record Request(PolicyId policy, String environment, String reason) {}

    private final Supplier<Target> here;
    private final Policies policies;
    private final Clock clock;

    public PlanPolicyRollback(Supplier<Target> here, Policies policies, Clock clock) {
        this.here = here;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Plan run(Request request, ProgressListener progress) {
        PolicyHead head = policies.ask("read what is in force", store -> store.head(request.environment()));
        boolean tried = head.candidate()
                .filter(candidate -> candidate.policy().equals(request.policy()))
                .isPresent();
        HeadChange change = tried
                ? new HeadChange.Drop()
                : policies.ask(
                        "read the history of " + request.environment(),
                        store -> store.wayBack(request.environment(), request.policy()));
        return HeadPlanner.plan(
                "policy rollback",
                here.get(),
                clock.instant(),
                head,
                Selection.changed(head, List.of(change)),
                Selection.why(request.reason(), "roll back " + request.policy()),
                Risk.MEDIUM);
    }
}
