package io.agentctl.policies.store;

import java.util.regex.Pattern;

/**
 * Names one version of a policy.
 *
 * @param number counts the versions of the policy from 1, without gaps
 * @param digest SHA-256 of the canonical document, 64 lower-case hex digits: what the version is stored under
 */
public record VersionRef(long number, String digest) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is no digest: it becomes part of a key. */
    static void requireDigest(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest is 64 lower-case hex digits: " + digest);
        }
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
