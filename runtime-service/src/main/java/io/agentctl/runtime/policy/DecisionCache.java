package io.agentctl.runtime.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decisions of one policy set by what they depend on. A new generation is a new set with a cache of its own, so that no
 * decision outlives its policies. Thread-safe.
 */
final class DecisionCache {

    private static final int MOST_INTENTS = 1024;

    private final PolicySet set;
    private final DecisionEngine engine;
    private final Cache<CacheKeys.Key, Entry> decisions;

    /** By intent; intents are callers' words, so that no more than so many are kept. */
    private final Map<String, CacheKeys> keys = new ConcurrentHashMap<>();

    private record Entry(Decision decision, Instant until) {}

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
                // Upkeep is less than handing it to another thread.
                .executor(Runnable::run)
                .build();
    }

    private CacheKeys keys(String intent) {
        CacheKeys known = keys.get(intent);
        if (known != null) {
            return known;
        }
        if (keys.size() >= MOST_INTENTS) {
            keys.clear();
        }
        CacheKeys made = new CacheKeys(set.reads(intent));
        keys.put(intent, made);
        return made;
    }

    Decision decide(Facts facts) {
        CacheKeys making = keys(facts.intent());
        Object[] values = making.of(facts);
        if (values == null) {
            return engine.decide(set, facts);
        }
        CacheKeys.Key key = new CacheKeys.Key(facts.intent(), values);
        Entry known = decisions.getIfPresent(key);
        Instant now = (Instant) facts.request().get("time");
        if (known != null && now.isBefore(known.until())) {
            return known.decision();
        }
        Decision decision = engine.decide(set, facts);
        // An error may be that of a moment, such as an evaluation that took too long.
        if (decision.reason() != Decision.Reason.ERROR && decision.remarks().isEmpty()) {
            decisions.put(key, new Entry(decision, making.validUntil(now)));
        }
        return decision;
    }
}
