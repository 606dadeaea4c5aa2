package io.agentctl.policies.rollout;

import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.store.Candidate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Says which requests a candidate decides. A session stays on one side for as long as the candidate is tried, on every
 * instance; a request that names no session goes by its tenant, and one that names neither by chance.
 *
 * <p>The place of a session depends on the policy and the candidate's digest, so that the next roll-out is not tried on
 * the same people again. Raising the percentage keeps everybody who was in.
 */
public final class Canary {

    private static final long POINTS = 1L << 53;

    private final PolicyId policy;
    private final String digest;
    private final int percent;
    private final RandomGenerator chance;

    /** Makes a canary for one candidate; {@code chance} is asked for requests without session and tenant. */
    public Canary(Candidate candidate, RandomGenerator chance) {
        this.policy = candidate.policy();
        this.digest = candidate.version().digest();
        this.percent = candidate.percent();
        this.chance = chance;
    }

    /** Whether the candidate decides this request. */
    public boolean includes(Facts facts) {
        double place = stickyKey(facts).map(this::place).orElseGet(chance::nextDouble);
        return place * 100 < percent;
    }

    private static Optional<String> stickyKey(Facts facts) {
        if (facts.context().get("session_id") instanceof String session && !session.isEmpty()) {
            return Optional.of("session/" + session);
        }
        if (facts.context().get("tenant") instanceof String tenant && !tenant.isEmpty()) {
            return Optional.of("tenant/" + tenant);
        }
        return Optional.empty();
    }

    /** Where a key stands between 0 and 1: the first 53 bits of a SHA-256, which is as even as a double can be. */
    private double place(String key) {
        byte[] hash = sha256().digest((policy + "/" + digest + "/" + key).getBytes(StandardCharsets.UTF_8));
        return (double) (ByteBuffer.wrap(hash).getLong() >>> 11) / POINTS;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java runtime has SHA-256", every);
        }
    }
}
