package io.agentctl.policies.store;

import java.time.Instant;

/**
 * A decision as it is kept.
 *
 * @param id unique, such as the request's trace id
 * @param json what is kept of it, on one line, masked by whoever made it
 */
public record RecordedLine(Instant at, String id, String json) {}
