package io.agentctl.control.publishing;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.policies.store.PolicyHead;
import java.util.List;
import java.util.function.Supplier;

/** Turns planned changes of what an environment enforces into an operation: change it, then see it enforced. */
final class HeadApplier implements Applier {

    private final Policies policies;
    private final Supplier<String> actor;

    HeadApplier(Policies policies, Supplier<String> actor) {
        this.policies = policies;
        this.actor = actor;
    }

    @Override
    public String resourceType() {
        return HeadPlanner.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        String environment = resource.resource().name();
        PolicyHead head = policies.ask("read what is in force", store -> store.head(environment));
        if (!HeadPlanner.fingerprint(head.generation()).equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: it was made on " + resource.fingerprint() + " of " + environment + ", and "
                            + head.actor() + " made generation " + head.generation() + " at " + head.at(),
                    "Plan anew; nothing was changed.");
        }
        HeadEdit edit = HeadEdit.of(resource, head.generation(), actor.get());
        Step change = Step.change(
                "change what " + environment + " enforces",
                edit.action(UpdateHead.TYPE),
                edit.action(RestoreHead.TYPE));
        Step proof = Step.check(
                following.untilProved() ? "see it enforced by every runtime" : "see it in force",
                edit.action(following.untilProved() ? AwaitRuntimes.TYPE : VerifyHead.TYPE));
        return new OperationDraft(
                plan.kind(), resource.resource(), plan.target(), edit.summary(), List.of(change, proof));
    }
}
