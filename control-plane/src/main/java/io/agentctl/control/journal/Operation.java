package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A change to one resource, under way or over. The whole record is one journal entry, written before each act.
 *
 * @param id names it
 * @param kind what was asked, such as {@code ecs rightsize}
 * @param resource what it changes, and holds while it is open
 * @param target the account and region
 * @param summary one line for lists, such as {@code 2048/4096 to 1024/2048}
 * @param owner who is at work on it, or was last
 * @param startedAt when it began
 * @param leaseUntil until when the owner may be taken to be alive; renewed while it works
 * @param state where it stands
 * @param steps in order
 * @param failure why it did not succeed, or empty
 * @param version counts the writes of this entry; a write with an old version is refused, which stops an owner that was
 *     superseded before its next act
 */
public record Operation(
        OperationId id,
        String kind,
        ResourceId resource,
        Target target,
        String summary,
        Owner owner,
        Instant startedAt,
        Instant leaseUntil,
        OperationState state,
        List<Step> steps,
        String failure,
        long version) {

    public Operation {
        steps = List.copyOf(steps);
    }

    public Operation withStep(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new Operation(
                id, kind, resource, target, summary, owner, startedAt, leaseUntil, state, changed, failure, version);
    }

    public Operation in(OperationState next, String why) {
        return new Operation(
                id, kind, resource, target, summary, owner, startedAt, leaseUntil, next, steps, why, version);
    }

    public Operation ownedBy(Owner next, Instant until) {
        return new Operation(
                id, kind, resource, target, summary, next, startedAt, until, state, steps, failure, version);
    }

    public Operation atVersion(long next) {
        return new Operation(
                id, kind, resource, target, summary, owner, startedAt, leaseUntil, state, steps, failure, next);
    }
}
