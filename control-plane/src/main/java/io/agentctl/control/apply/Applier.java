package io.agentctl.control.apply;

import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;

/** How one capability turns the planned changes to a resource into an operation. */
public interface Applier {

    /** The {@link io.agentctl.control.plan.ResourceId#type() type} of the resources that it changes. */
    String resourceType();

    /**
     * Observes the resource again and drafts the operation; changes nothing.
     *
     * @throws io.agentctl.control.error.AgentctlException STALE_PLAN if the resource is not as it was when it was
     *     planned; CONFLICT if something else is under way there
     */
    OperationDraft draft(Plan plan, ResourcePlan resource, Following following);
}
