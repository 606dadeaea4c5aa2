package io.agentctl.policies.document;

import java.util.Optional;

/**
 * One rule.
 *
 * @param id unique in the policy; the form of a {@link PolicyId}, with underscores allowed
 * @param when a CEL expression that is true or false, at most 4,096 characters
 * @param message what the caller is told when the rule denies; empty for a text made from the id
 * @param messageExpression a CEL expression that gives the message; used instead of it where it can be evaluated
 */
public record Rule(String id, String when, Effect effect, String message, Optional<String> messageExpression) {}
