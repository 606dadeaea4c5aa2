package io.agentctl.runtime.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with the policies of this instance.
 *
 * @param loaded whether there are any in force
 * @param generation that is in force; 0 without a store
 * @param policies how many
 * @param since when this generation was put in force
 * @param checkedAt when their source last answered
 * @param unreachableSince when their source ceased to answer, if it does not
 * @param problem why the newest generation is not in force, if it is not
 * @param trial what is being tried, in words
 */
public record PolicyState(
        boolean loaded,
        long generation,
        int policies,
        Optional<Instant> since,
        Optional<Instant> checkedAt,
        Optional<Instant> unreachableSince,
        Optional<String> problem,
        Optional<String> trial) {}
