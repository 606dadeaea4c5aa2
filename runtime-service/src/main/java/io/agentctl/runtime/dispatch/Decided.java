package io.agentctl.runtime.dispatch;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Facts;

/**
 * A request on which there is a decision.
 *
 * @param id of the decision, unique
 * @param nanos what deciding took
 */
public record Decided(String id, Facts facts, Decision decision, long nanos) {}
