package io.agentctl.control.alarms.signals;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import java.util.List;

/** Turns a planned objective of Application Signals into an operation, if it is as it was planned on. */
final class SignalsApplier implements Applier {

    private final SignalsGateway signals;

    SignalsApplier(SignalsGateway signals) {
        this.signals = signals;
    }

    @Override
    public String resourceType() {
        return SignalsPlanner.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        String name = resource.resource().name();
        requireSense(name, resource);
        Change change = resource.changes().getFirst();
        String there = signals.find(name).map(ObservedObjective::text).orElse("");
        if (!SignalsPlanner.fingerprint(there).equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: objective " + name + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        String done =
                switch (SignalsPlanner.kind(there, change.to())) {
                    case ADD -> "added";
                    case CHANGE -> "changed";
                    case MAKE_ANEW -> "made anew";
                    case DELETE -> "deleted";
                };
        return new OperationDraft(
                plan.kind(),
                resource.resource(),
                plan.target(),
                done,
                List.of(Step.change(
                        "set objective " + name,
                        SignalsTexts.set(name, there, change.to()),
                        SignalsTexts.set(name, change.to(), there))));
    }

    /** Plans come from files as well. */
    private static void requireSense(String name, ResourcePlan resource) {
        try {
            if (resource.changes().size() != 1) {
                throw new IllegalArgumentException("objective " + name + " is changed as a whole");
            }
            String to = resource.changes().getFirst().to();
            if (to.isEmpty()) {
                return;
            }
            if (!SignalsJson.read(to).path(SignalsJson.NAME).asText().equals(name)) {
                throw new IllegalArgumentException("objective " + name + " has another name");
            }
            if (!SignalsForm.text(SignalsJson.read(to)).equals(to)) {
                throw new IllegalArgumentException("objective " + name + " has members that are not known here");
            }
        } catch (IllegalArgumentException problem) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "bad plan: " + problem.getMessage(), "", null, problem);
        }
    }
}
