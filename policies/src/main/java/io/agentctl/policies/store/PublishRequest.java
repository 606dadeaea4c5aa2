package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.util.Optional;

/**
 * A document that is to become a version.
 *
 * @param owner who answers for the policy, as the document says; shown in lists
 * @param text the document as it is to be kept, comments included; checked by the caller
 * @param digest SHA-256 of its canonical form, 64 lower-case hex digits
 * @param signature over the digest, where it is signed
 * @param actor who publishes
 * @param reason why, in the actor's words; may be empty
 * @param basedOn the newest version that the actor saw; empty if the actor makes no claim about it
 */
public record PublishRequest(
        PolicyId policy,
        String owner,
        String text,
        String digest,
        Optional<PolicyVersion.Signature> signature,
        String actor,
        String reason,
        Optional<VersionRef> basedOn) {

    public PublishRequest {
        VersionRef.requireDigest(digest);
    }
}
