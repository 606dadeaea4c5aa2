package io.agentctl.policies.engine;

import io.agentctl.policies.document.PolicyId;

/**
 * Names a rule of a version of a policy, so that a decision can be traced for as long as versions are kept.
 *
 * @param version what the store calls the version, such as {@code 3}; {@code draft} for one that is not in a store
 */
public record RuleRef(PolicyId policy, String version, String rule) {

    /** Every answer is looked up by its rule: of all members, the texts alone remember their hash. */
    @Override
    public int hashCode() {
        return 31 * rule.hashCode() + version.hashCode();
    }

    @Override
    public String toString() {
        return policy + "@" + version + "/" + rule;
    }
}
