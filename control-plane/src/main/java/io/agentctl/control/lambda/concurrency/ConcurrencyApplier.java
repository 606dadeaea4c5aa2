package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import java.util.ArrayList;
import java.util.List;

/** Turns a planned number of ready environments into an operation, if things are as it was planned on. */
final class ConcurrencyApplier implements Applier {

    private final ConcurrencyGateway concurrency;

    ConcurrencyApplier(ConcurrencyGateway concurrency) {
        this.concurrency = concurrency;
    }

    @Override
    public String resourceType() {
        return ConcurrencyTarget.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        ConcurrencyTarget target = target(resource);
        int wanted = wanted(resource);
        ObservedConcurrency observed = concurrency.observe(target.function());
        if (!observed.fingerprint(target).equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: " + target + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        if (wanted > 0) {
            ConcurrencyLimits.requireTarget(observed, target);
            ConcurrencyLimits.requireRoom(observed, target, wanted);
        }
        int present =
                observed.ready(target.qualifier()).map(KeptReady::requested).orElse(0);
        Action set = SetProvisioned.action(target, present, wanted);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.change(
                wanted == 0 ? "keep none ready" : "keep " + wanted + " ready",
                set,
                SetProvisioned.action(target, wanted, present)));
        if (wanted > 0 && following.untilProved()) {
            steps.add(Step.check("wait until they are ready", AwaitReady.action(target, wanted)));
        }
        return new OperationDraft(
                plan.kind(),
                resource.resource(),
                plan.target(),
                "kept ready " + text(present) + " to " + text(wanted),
                steps);
    }

    private static ConcurrencyTarget target(ResourcePlan resource) {
        try {
            return ConcurrencyTarget.parse(resource.resource().name());
        } catch (IllegalArgumentException notOne) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, resource.resource() + ": " + notOne.getMessage(), "");
        }
    }

    private static int wanted(ResourcePlan resource) {
        Change change = resource.changes().getFirst();
        boolean known = change.field().equals(ConcurrencyPlanner.FIELD)
                && change.to().matches("|[1-9]\\d{0,6}")
                && resource.changes().size() == 1;
        if (!known) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "this agentctl cannot set " + change.field() + " of " + resource.resource() + " to " + change.to(),
                    "");
        }
        return change.to().isEmpty() ? 0 : Integer.parseInt(change.to());
    }

    private static String text(int environments) {
        return environments == 0 ? "none" : Integer.toString(environments);
    }
}
