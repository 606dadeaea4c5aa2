package io.agentctl.plane.approval;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.access.Glob;
import java.util.List;

/**
 * Which changes take two.
 *
 * @param useCases names of use cases, such as {@code plan.apply}
 * @param resources such as {@code ecs-service:prod/*}; what cannot be told beforehand counts as one of them
 */
public record ApprovalRule(List<Glob> useCases, List<Glob> resources) {

    public ApprovalRule {
        useCases = List.copyOf(useCases);
        resources = List.copyOf(resources);
        if (useCases.isEmpty() || resources.isEmpty()) {
            throw new IllegalArgumentException("a rule for nothing");
        }
    }

    /** Whether what somebody wants is such a change. */
    public boolean concerns(Demand demand) {
        return demand.deed() == Deed.CHANGE
                && useCases.stream().anyMatch(glob -> glob.matches(demand.what()))
                && demand.parts().stream()
                        .anyMatch(part -> part.resource().map(this::names).orElse(true));
    }

    private boolean names(ResourceId resource) {
        return resources.stream().anyMatch(glob -> glob.matches(resource.toString()));
    }
}
