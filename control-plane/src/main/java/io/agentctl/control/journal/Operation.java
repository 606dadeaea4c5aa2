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
 * @param updatedAt when this entry was written; once the operation is over, when it ended
 * @param leaseUntil until when the owner may be taken to be alive; renewed while it works, given up when it stops
 * @param goal the end that it is heading for: SUCCEEDED, or after turning back FAILED, ROLLED_BACK or UNDONE
 * @param state where it stands
 * @param steps in order
 * @param failure why it stopped, or did not succeed; or empty
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
        Instant updatedAt,
        Instant leaseUntil,
        OperationState goal,
        OperationState state,
        List<Step> steps,
        String failure,
        long version) {

    public Operation {
        steps = List.copyOf(steps);
    }

    /** A new operation, not yet written. */
    public static Operation begun(OperationDraft draft, OperationId id, Owner owner, Instant now, Instant leaseUntil) {
        return new Operation(
                id,
                draft.kind(),
                draft.resource(),
                draft.target(),
                draft.summary(),
                owner,
                now,
                now,
                leaseUntil,
                OperationState.SUCCEEDED,
                OperationState.RUNNING,
                draft.steps(),
                "",
                0);
    }

    /** True once it has turned back, and only inverses are left to be played. */
    public boolean goingBack() {
        return goal != OperationState.SUCCEEDED;
    }

    /** The steps whose effect is, or may be, in force. */
    public List<Step> stepsToPutBack() {
        return steps.stream().filter(Step::toPutBack).toList();
    }

    public Operation withStep(int index, Step step) {
        return withStep(index, step, List.of());
    }

    /** With a step changed, and further ones behind it. */
    public Operation withStep(int index, Step step, List<Step> next) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        changed.addAll(index + 1, next);
        return new Operation(
                id,
                kind,
                resource,
                target,
                summary,
                owner,
                startedAt,
                updatedAt,
                leaseUntil,
                goal,
                state,
                changed,
                failure,
                version);
    }

    /** In another state, and why ({@code ""} if it needs no reason). */
    public Operation in(OperationState next, String why) {
        return new Operation(
                id,
                kind,
                resource,
                target,
                summary,
                owner,
                startedAt,
                updatedAt,
                leaseUntil,
                goal,
                next,
                steps,
                why,
                version);
    }

    /** Heading for another end. */
    public Operation towards(OperationState end) {
        return new Operation(
                id,
                kind,
                resource,
                target,
                summary,
                owner,
                startedAt,
                updatedAt,
                leaseUntil,
                end,
                state,
                steps,
                failure,
                version);
    }

    public Operation ownedBy(Owner next) {
        return new Operation(
                id,
                kind,
                resource,
                target,
                summary,
                next,
                startedAt,
                updatedAt,
                leaseUntil,
                goal,
                state,
                steps,
                failure,
                version);
    }

    /** Written {@code now}, with the owner taken to be alive {@code until}. */
    public Operation writtenAt(Instant now, Instant until) {
        return new Operation(
                id, kind, resource, target, summary, owner, startedAt, now, until, goal, state, steps, failure,
                version);
    }

    public Operation atVersion(long next) {
        return new Operation(
                id,
                kind,
                resource,
                target,
                summary,
                owner,
                startedAt,
                updatedAt,
                leaseUntil,
                goal,
                state,
                steps,
                failure,
                next);
    }
}
