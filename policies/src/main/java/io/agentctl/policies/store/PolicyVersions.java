package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches the versions that a head names. Each is proved to be what its address says and, where keys are trusted, to be
 * signed with one of them; it is then kept for as long as heads name it, for it never changes. Thread-safe.
 */
public final class PolicyVersions {

    private final PolicyStore store;
    private final DocumentDigest digest;
    private final TrustedKeys trusted;
    private final Map<PolicyHead.Entry, PolicyVersion> proved = new ConcurrentHashMap<>();

    /**
     * Loads from a store.
     *
     * @param trusted the keys of which each version must carry a signature; {@link TrustedKeys#NONE} asks for none
     */
    public PolicyVersions(PolicyStore store, DocumentDigest digest, TrustedKeys trusted) {
        this.store = store;
        this.digest = digest;
        this.trusted = trusted;
    }

    /**
     * What a head names.
     *
     * @param inForce one a policy, sorted by id
     * @param tried the candidate's version, if there is a candidate
     */
    public record Loaded(List<PolicyVersion> inForce, Optional<PolicyVersion> tried) {
        public Loaded {
            inForce = List.copyOf(inForce);
        }
    }

    /**
     * Loads everything that a head names, or nothing.
     *
     * @throws PolicyException NOT_FOUND for a version that is not in the store; BAD_DOCUMENT if a text is not what was
     *     published; NOT_TRUSTED if a signature is missing or wrong; UNREACHABLE
     */
    public Loaded load(PolicyHead head) {
        Map<PolicyHead.Entry, PolicyVersion> named = new HashMap<>();
        List<PolicyVersion> inForce = new ArrayList<>();
        head.entries().forEach(entry -> inForce.add(fetch(entry, named)));
        Optional<PolicyVersion> tried = head.candidate()
                .map(candidate -> fetch(new PolicyHead.Entry(candidate.policy(), candidate.version()), named));
        proved.putAll(named);
        proved.keySet().retainAll(named.keySet());
        return new Loaded(inForce, tried);
    }

    private PolicyVersion fetch(PolicyHead.Entry entry, Map<PolicyHead.Entry, PolicyVersion> named) {
        PolicyVersion kept = proved.get(entry);
        PolicyVersion version = kept == null ? prove(entry) : kept;
        named.put(entry, version);
        return version;
    }

    private PolicyVersion prove(PolicyHead.Entry entry) {
        PolicyVersion version = store.version(entry.policy(), entry.version().digest())
                .orElseThrow(() -> Versions.unknown(entry.policy(), " version " + entry.version()));
        String actual = digest.of(version.policy(), version.text());
        if (!actual.equals(entry.version().digest())) {
            throw new PolicyException(
                    PolicyException.Kind.BAD_DOCUMENT,
                    "version " + entry.version() + " of policy " + entry.policy()
                            + " is not what was published: its content is " + actual + ", not "
                            + entry.version().digest(),
                    "somebody wrote to the table behind agentctl's back: publish the policy again, and look at who"
                            + " may write",
                    null);
        }
        trusted.require(version);
        return version;
    }
}
