package io.agentctl.control.ecs;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;

/** Turns planned changes to a service into an operation, if the service is as it was planned on. */
final class ServiceApplier implements Applier {

    private final ServiceObserver observer;

    ServiceApplier(ServiceObserver observer) {
        this.observer = observer;
    }

    @Override
    public String resourceType() {
        return ServiceName.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        ObservedService service = observer.one(ServiceName.of(resource.resource()));
        if (service.deploying()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "a deployment of " + service.name() + " is under way already",
                    "Wait for it with: agentctl ecs wait " + service.name().service());
        }
        if (!service.fingerprint().equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: " + service.name() + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        return ServiceOperation.draft(plan, resource, service, following);
    }
}
