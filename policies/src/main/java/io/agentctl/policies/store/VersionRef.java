package io.agentctl.policies.store;

/**
 * Names one version of a policy.
 *
 * @param number counts the versions of the policy from 1, without gaps
 * @param digest SHA-256 of the canonical document, 64 lower-case hex digits: what the version is stored under
 */
public record VersionRef(long number, String digest) {

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
