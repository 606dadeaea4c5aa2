package io.agentctl.policies.store;

import java.util.List;
import java.util.UUID;

/**
 * A change of what an environment enforces, all or nothing, from what its maker saw.
 *
 * @param seen the generation that it is based on; refused if there is a newer one
 * @param changes carried out in this order
 * @param actor who wants it
 * @param reason why, in the actor's words; may be empty
 * @param id unique to this change: a repetition is recognised by it and succeeds without doing it twice
 */
public record HeadUpdate(
        String environment, long seen, List<HeadChange> changes, String actor, String reason, String id) {

    public HeadUpdate {
        changes = List.copyOf(changes);
    }

    /** An update of a head that was read, with an id of its own. */
    public static HeadUpdate of(PolicyHead head, List<HeadChange> changes, String actor, String reason) {
        return new HeadUpdate(
                head.environment(),
                head.generation(),
                changes,
                actor,
                reason,
                UUID.randomUUID().toString());
    }
}
