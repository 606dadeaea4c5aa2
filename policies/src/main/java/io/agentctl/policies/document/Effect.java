package io.agentctl.policies.document;

/** What a rule does when its condition is true. A denial wins over every allowance. */
public enum Effect {
    ALLOW,
    DENY
}
