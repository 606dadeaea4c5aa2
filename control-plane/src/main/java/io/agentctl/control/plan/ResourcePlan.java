package io.agentctl.control.plan;

import java.util.List;

/**
 * The changes to one resource, all or none of which are applied, as one operation.
 *
 * @param resource what is changed
 * @param fingerprint of the observed state that the changes start from; an applier refuses when it differs (stale)
 * @param changes at least one
 */
public record ResourcePlan(ResourceId resource, String fingerprint, List<Change> changes) {

    public ResourcePlan {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(resource + ": a plan without changes is no plan");
        }
    }

    /** The sum of the changes' money per month. */
    public Money monthly() {
        return changes.stream().map(Change::monthly).reduce(Money.ZERO, Money::plus);
    }
}
