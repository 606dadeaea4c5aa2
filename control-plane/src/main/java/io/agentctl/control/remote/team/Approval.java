package io.agentctl.control.remote.team;

import io.agentctl.control.plan.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change that takes two.
 *
 * @param id the operation's that waits
 * @param useCase what was asked for
 * @param resources what it changes, as far as that is known
 * @param fingerprint of exactly what was asked for
 * @param requester who asked
 * @param expiresAt until when somebody may decide, and what was agreed to may begin
 * @param state where it stands
 * @param mine whether the caller asked for it, or may be the same person
 * @param decidedBy who decided
 */
public record Approval(
        String id,
        String useCase,
        List<ResourceId> resources,
        String fingerprint,
        String requester,
        Instant requestedAt,
        Instant expiresAt,
        State state,
        boolean mine,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> comment) {

    public Approval {
        resources = List.copyOf(resources);
    }

    /** Where one stands. */
    public enum State {
        /** Somebody has to decide. */
        PENDING,
        /** Agreed to, and not yet begun. */
        APPROVED,
        REJECTED,
        EXPIRED,
        /** Agreed to, and begun. */
        USED
    }
}
