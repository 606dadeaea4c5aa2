package io.agentctl.policies.serving;

import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.rollout.Canary;
import io.agentctl.policies.rollout.CanaryCounter;
import io.agentctl.policies.rollout.CanaryJudge;
import io.agentctl.policies.rollout.CanaryVerdict;
import io.agentctl.policies.rollout.Flip;
import io.agentctl.policies.rollout.Recorder;
import io.agentctl.policies.rollout.Shadow;
import io.agentctl.policies.store.Candidate;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A version that is tried beside those in force. Once it passed its bound, this instance asks it no more, whatever the
 * head says. Thread-safe.
 */
public final class Trial {

    private final Candidate candidate;
    private final PolicySet set;
    private final Shadow shadow;
    private final Canary canary;
    private final CanaryJudge judge;
    private final CanaryCounter counter = new CanaryCounter();
    private final AtomicReference<String> dropped = new AtomicReference<>();

    /**
     * Makes a trial.
     *
     * @param set the one in force, with the candidate in it
     */
    public Trial(Candidate candidate, PolicySet inForce, PolicySet set) {
        this.candidate = candidate;
        this.set = set;
        this.shadow = new Shadow(new DecisionEngine(), new Recorder(), inForce, set);
        this.canary = new Canary(candidate, () -> ThreadLocalRandom.current().nextLong());
        this.judge = new CanaryJudge(candidate.bound());
    }

    /** Whether it speaks about an intent: for others its set decides as the one in force. */
    private boolean speaksOf(Facts facts) {
        PolicyId policy = candidate.policy();
        return set.policy(policy)
                .map(one -> one.document().match().intents())
                .filter(intents ->
                        intents.isEmpty() || intents.stream().anyMatch(intent -> matches(intent, facts.intent())))
                .isPresent();
    }

    private static boolean matches(String pattern, String intent) {
        return pattern.endsWith("*")
                ? intent.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(intent);
    }

    /** What the canary decides, if the request is one of its share. */
    public Optional<Decision> decide(DecisionEngine engine, Facts facts) {
        if (candidate.kind() != Candidate.Kind.CANARY
                || dropped.get() != null
                || !speaksOf(facts)
                || !canary.includes(facts)) {
            return Optional.empty();
        }
        Decision decision = engine.decide(set, facts);
        counter.candidateDecided(decision);
        judge();
        return Optional.of(decision);
    }

    /** Counts what the version in force decided. */
    public void inForceDecided(Facts facts, Decision decision) {
        if (dropped.get() == null && speaksOf(facts)) {
            counter.inForceDecided(decision);
        }
    }

    /** Where a shadow would have decided otherwise; a canary has decided already, or has not been asked. */
    public Optional<Flip> flip(String id, Facts facts, Decision decided) {
        return candidate.kind() == Candidate.Kind.SHADOW && speaksOf(facts)
                ? shadow.compare(id, facts, decided)
                : Optional.empty();
    }

    private void judge() {
        if (judge.judge(counter.tally()) instanceof CanaryVerdict.BoundPassed passed) {
            dropped.compareAndSet(null, passed.reason());
        }
    }

    /** The version that is tried. */
    public Candidate candidate() {
        return candidate;
    }

    /** Why it is asked no more, if it is not. */
    public Optional<String> dropped() {
        return Optional.ofNullable(dropped.get());
    }
}
