package io.agentctl.policies.rollout;

import io.agentctl.policies.document.JsonPath;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates a candidate on requests that were answered, and says where it would have decided otherwise. It is called
 * after the answer, so that nobody waits for it.
 */
public final class Shadow {

    private final DecisionEngine engine;
    private final Recorder recorder;
    private final PolicySet inForce;
    private final PolicySet candidate;

    /**
     * Makes a shadow.
     *
     * @param candidate the set in force, with the candidate in it
     */
    public Shadow(DecisionEngine engine, Recorder recorder, PolicySet inForce, PolicySet candidate) {
        this.engine = engine;
        this.recorder = recorder;
        this.inForce = inForce;
        this.candidate = candidate;
    }

    /**
     * Compares.
     *
     * @param id as for {@link Recorder#record}
     * @param decided what was decided by the set in force
     * @return empty if the candidate does the same, for whatever reason
     */
    public Optional<Flip> compare(String id, Facts facts, Decision decided) {
        Decision other = engine.decide(candidate, facts);
        return FlipKind.between(decided, other)
                .map(kind -> new Flip(kind, recorder.record(id, inForce, facts, decided), masked(facts, other)));
    }

    /** The candidate's message may quote what only the version in force masks, and the other way round. */
    private Decision masked(Facts facts, Decision decision) {
        Set<JsonPath> both = new LinkedHashSet<>(inForce.redactions(facts.intent()));
        both.addAll(candidate.redactions(facts.intent()));
        return new MaskedText(facts, new FactMask(List.copyOf(both)).apply(facts)).of(decision);
    }
}
