package io.agentctl.policies.store;

import java.time.Instant;

/**
 * Something that was done to policies, written in the same transaction as what it tells.
 *
 * @param id of the change
 * @param kind what was done
 * @param subject what it was done to: {@code policy ID} or {@code environment NAME}
 * @param detail what changed, in words: {@code version 3}, {@code generation 12: token-cap 2 to 3}
 * @param actor who did it
 * @param reason why, in the actor's words; may be empty
 */
public record AuditEvent(Instant at, String id, Kind kind, String subject, String detail, String actor, String reason) {

    /** What can be done. */
    public enum Kind {
        /** A version was made. */
        PUBLISH,
        /** A version that was not signed was. */
        SIGN,
        /** What an environment enforces was changed. */
        HEAD
    }
}
