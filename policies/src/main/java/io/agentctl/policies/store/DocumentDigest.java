package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;

/** Computes what a text is stored under; whoever can read documents provides it. */
@FunctionalInterface
public interface DocumentDigest {

    /**
     * The digest of a document.
     *
     * @return SHA-256 of the canonical form, 64 lower-case hex digits
     * @throws io.agentctl.policies.PolicyException BAD_DOCUMENT if the text is no policy, or that of another policy
     */
    String of(PolicyId policy, String text);
}
