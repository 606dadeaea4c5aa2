package io.agentctl.policies.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What one runtime last reported of itself.
 *
 * @param id unique while it runs
 * @param generation of the policy set that it enforces; 0 if it has none yet
 * @param since when it began to enforce that generation
 * @param reportedAt when it said so; an instance that is silent for longer than its time to live is taken as gone
 * @param problem why it does not enforce the newest generation it saw, if it does not
 */
public record RuntimeInstance(
        String id,
        String environment,
        String address,
        String version,
        long generation,
        Instant since,
        Instant reportedAt,
        Optional<String> problem) {}
