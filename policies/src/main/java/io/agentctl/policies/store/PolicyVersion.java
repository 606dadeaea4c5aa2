package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of a policy, which never changes.
 *
 * @param text the document as it was published, comments included
 * @param signature made over the digest, where it was signed
 * @param actor who published it
 * @param reason why, in the actor's words; may be empty
 */
public record PolicyVersion(
        PolicyId policy,
        VersionRef ref,
        String text,
        Optional<Signature> signature,
        String actor,
        String reason,
        Instant at) {

    /**
     * A signature over the 32 bytes of the digest.
     *
     * @param algorithm {@code Ed25519}, or the signing algorithm of a KMS key
     * @param keyId which key made it: a fingerprint of the public key, or the key's ARN
     * @param value base64
     */
    public record Signature(String algorithm, String keyId, String value) {}
}
