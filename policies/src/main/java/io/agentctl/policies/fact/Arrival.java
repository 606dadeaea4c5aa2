package io.agentctl.policies.fact;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a request apart from what the caller states in its context.
 *
 * @param environment where it is decided
 * @param size of the body, bytes
 * @param caller who called, where callers are known
 */
public record Arrival(String intent, String environment, Instant time, int size, Optional<String> caller) {}
