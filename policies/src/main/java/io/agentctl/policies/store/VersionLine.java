package io.agentctl.policies.store;

import java.time.Instant;

/**
 * A version in a list, without its text.
 *
 * @param actor who published it
 * @param reason why, in the actor's words; may be empty
 */
public record VersionLine(VersionRef ref, String actor, String reason, Instant at) {}
