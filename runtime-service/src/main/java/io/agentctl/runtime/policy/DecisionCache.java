package io.agentctl.runtime.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.engine.Reads;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Decisions of one policy set by what they depend on. A new generation is a new set with a cache of its own, so that no
 * decision outlives its policies. Thread-safe.
 */
final class DecisionCache {

    /** A key holds callers' own texts: what is kept of them is bounded. */
    private static final int LONGEST_TEXT = 256;

    private static final String ALL_ATTRIBUTES = "context.attributes";

    private final PolicySet set;
    private final DecisionEngine engine;
    private final Cache<Key, Entry> decisions;

    /**
     * Makes a cache.
     *
     * @param size most decisions it keeps; positive
     */
    DecisionCache(PolicySet set, DecisionEngine engine, int size) {
        this.set = set;
        this.engine = engine;
        this.decisions = Caffeine.newBuilder()
                .maximumSize(size)
                .initialCapacity(Math.min(size, 1024))
                .executor(Runnable::run)
                .build();
    }

    Decision decide(Facts facts) {
        Reads reads = set.reads(facts.intent());
        if (!isWorthwhile(reads)) {
            return engine.decide(set, facts);
        }
        List<Object> values = reads.values(facts);
        if (!isSmall(values)) {
            return engine.decide(set, facts);
        }
        Key key = new Key(facts.intent(), values);
        Entry known = decisions.getIfPresent(key);
        Instant now = (Instant) facts.request().get("time");
        if (known != null && now.isBefore(known.until())) {
            return known.decision();
        }
        Decision decision = engine.decide(set, facts);
        // An error may be that of a moment, such as an evaluation that took too long.
        if (decision.reason() != Decision.Reason.ERROR && decision.remarks().isEmpty()) {
            decisions.put(key, new Entry(decision, reads.validUntil(now)));
        }
        return decision;
    }

    /** Counts are others with each request, and size and attributes nearly so. */
    private static boolean isWorthwhile(Reads reads) {
        if (!reads.cacheable()) {
            return false;
        }
        for (String path : reads.paths()) {
            if (path.startsWith("usage.") || path.equals(ALL_ATTRIBUTES)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(List<Object> values) {
        for (Object value : values) {
            if ((value instanceof String text && text.length() > LONGEST_TEXT)
                    || value instanceof List<?>
                    || value instanceof Map<?, ?>) {
                return false;
            }
        }
        return true;
    }

    private record Key(String intent, List<Object> values) {}

    private record Entry(Decision decision, Instant until) {}
}
