package io.agentctl.policies.rollout;

import io.agentctl.policies.engine.Decision;

/**
 * A request on which a candidate decides otherwise.
 *
 * @param record the request and what was decided, masked
 * @param candidate what the candidate says
 */
public record Flip(FlipKind kind, RecordedDecision record, Decision candidate) {}
