package io.agentctl.runtime.policy;

import io.agentctl.policies.document.Effect;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.rollout.RecordedDecision;
import io.agentctl.policies.rollout.Recorder;
import io.agentctl.policies.serving.LoadedPolicies;
import io.agentctl.policies.serving.Trial;
import io.agentctl.runtime.dispatch.Decided;
import io.agentctl.runtime.dispatch.Decider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The policies in force: one reference, so that every decision is made by one generation alone. Thread-safe. */
public final class ActivePolicies implements Decider {

    private static final Decision NOTHING_LOADED = new Decision(
            Effect.DENY,
            Decision.Reason.NO_POLICY,
            Optional.empty(),
            "no policies were loaded yet, and what nothing allows is denied",
            List.of(),
            0);

    private final DecisionEngine engine = new DecisionEngine();
    private final Recorder recorder = new Recorder();
    private final int cacheSize;
    private final AtomicReference<InForce> inForce = new AtomicReference<>();

    /**
     * Makes a place for policies.
     *
     * @param cacheSize decisions kept for equal requests; 0 for none
     */
    public ActivePolicies(int cacheSize) {
        this.cacheSize = cacheSize;
    }

    /** What is in force from a moment on. */
    record InForce(LoadedPolicies policies, Optional<DecisionCache> cache, Instant since) {}

    void enforce(LoadedPolicies policies, Instant now) {
        Optional<DecisionCache> cache =
                cacheSize == 0 ? Optional.empty() : Optional.of(new DecisionCache(policies.set(), engine, cacheSize));
        inForce.set(new InForce(policies, cache, now));
    }

    Optional<InForce> inForce() {
        return Optional.ofNullable(inForce.get());
    }

    @Override
    public Decision decide(Facts facts, String id, Instant deadline) {
        InForce now = inForce.get();
        if (now == null) {
            return NOTHING_LOADED;
        }
        Optional<Trial> trial = now.policies().trial();
        if (trial.isEmpty()) {
            return decideInForce(now, facts);
        }
        Optional<Decision> tried = trial.get().decide(engine, facts);
        if (tried.isPresent()) {
            return tried.get();
        }
        Decision decision = decideInForce(now, facts);
        trial.get().inForceDecided(facts, decision);
        return decision;
    }

    private Decision decideInForce(InForce now, Facts facts) {
        return now.cache().isPresent()
                ? now.cache().get().decide(facts)
                : engine.decide(now.policies().set(), facts);
    }

    /** Evaluates the shadow, if there is one, on a request that was answered. */
    public void shadow(Decided decided, FlipListener flips) {
        InForce now = inForce.get();
        if (now == null || now.policies().trial().isEmpty()) {
            return;
        }
        Trial trial = now.policies().trial().get();
        trial.flip(decided.id(), decided.facts(), decided.decision())
                .ifPresent(flip -> flips.flipped(trial.candidate(), flip));
    }

    /** A decision as it may be kept, masked as the policies in force say; empty while there are none. */
    public Optional<RecordedDecision> record(Decided decided) {
        InForce now = inForce.get();
        return now == null
                ? Optional.empty()
                : Optional.of(recorder.record(decided.id(), now.policies().set(), decided.facts(), decided.decision()));
    }
}
