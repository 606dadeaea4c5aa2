package io.agentctl.control.plan;

import java.time.Instant;
import java.util.List;

/**
 * What would be changed. A plan is data: the same observation gives the same plan, and it can be printed, saved and
 * applied later.
 *
 * @param kind the capability that made it and will apply it, such as {@code ecs}
 * @param target the account and region it was made for; applied nowhere else
 * @param createdAt when the state was observed
 * @param resources what would change, a resource each; empty if everything is as it should be
 */
public record Plan(String kind, Target target, Instant createdAt, List<ResourcePlan> resources) {

    public Plan {
        resources = List.copyOf(resources);
    }

    public boolean isEmpty() {
        return resources.isEmpty();
    }

    /** What the whole plan changes in money per month; negative saves. */
    public Money monthly() {
        return resources.stream().map(ResourcePlan::monthly).reduce(Money.ZERO, Money::plus);
    }
}
