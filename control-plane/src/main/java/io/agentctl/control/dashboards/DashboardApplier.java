package io.agentctl.control.dashboards;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the planned widgets of a dashboard into an operation, if it is as it was planned on. */
final class DashboardApplier implements Applier {

    private final DashboardGateway dashboards;

    DashboardApplier(DashboardGateway dashboards) {
        this.dashboards = dashboards;
    }

    @Override
    public String resourceType() {
        return DashboardPlanner.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        String name = resource.resource().name();
        Optional<String> there = dashboards.body(name);
        Optional<DashboardBody> body = there.map(DashboardBody::parse);
        if (!DashboardPlanner.fingerprint(body).equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: dashboard " + name + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        Map<String, String> changed = new LinkedHashMap<>();
        for (Change change : resource.changes()) {
            requireWidget(change);
            changed.put(change.field(), change.to());
        }
        String to =
                body.orElseGet(() -> DashboardBody.of(List.of())).with(changed).text();
        String from = there.orElse("");
        return new OperationDraft(
                plan.kind(),
                resource.resource(),
                plan.target(),
                changed.size() == 1 ? "1 widget" : changed.size() + " widgets",
                List.of(Step.change(
                        "put dashboard " + name,
                        DashboardTexts.set(name, from, to),
                        DashboardTexts.set(name, to, from))));
    }

    /** Plans come from files as well. */
    private static void requireWidget(Change change) {
        try {
            if (!change.to().isEmpty() && !CanonicalJson.read(change.to()).isObject()) {
                throw new IllegalArgumentException("widget " + change.field() + " is no JSON object");
            }
        } catch (IllegalArgumentException problem) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "bad plan: " + problem.getMessage(), "", null, problem);
        }
    }
}
