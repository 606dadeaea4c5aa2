package io.agentctl.policies.store;

/** Signs versions. */
public interface Signer {

    /**
     * Signs the 32 bytes of a digest.
     *
     * @param digest 64 lower-case hex digits
     * @throws io.agentctl.policies.PolicyException NOT_TRUSTED if the key cannot be used; UNREACHABLE
     */
    PolicyVersion.Signature sign(String digest);
}
