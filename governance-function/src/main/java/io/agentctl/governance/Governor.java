package io.agentctl.governance;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Arrival;
import io.agentctl.policies.fact.FactTypeException;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.fact.FactsReader;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.Recorder;
import io.agentctl.policies.serving.LoadedPolicies;
import io.agentctl.policies.serving.MalformedRequestException;
import io.agentctl.policies.serving.Trial;
import io.agentctl.policies.serving.TrialEnd;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers payloads with decisions. Not thread-safe: an execution environment has one request at a time. */
final class Governor {

    private static final Decision NOTHING_LOADED = new Decision(
            Effect.DENY,
            Decision.Reason.NO_POLICY,
            Optional.empty(),
            "no policies were loaded yet, and what nothing allows is denied",
            List.of(),
            0);

    private static final long NANOS_PER_MICRO = 1000;

    private final String environment;
    private final HeldPolicies policies;
    private final TrialEnd trialEnd;
    private final FunctionLog log;
    private final InstantSource clock;
    private final DecisionEngine engine = new DecisionEngine();
    private final Recorder recorder = new Recorder();
    private final UsageCounts usage = new UsageCounts();
    private Trial ended;

    Governor(String environment, HeldPolicies policies, TrialEnd trialEnd, FunctionLog log, InstantSource clock) {
        this.environment = environment;
        this.policies = policies;
        this.trialEnd = trialEnd;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Loads policies and goes once through all that a request needs, so that the first one does not pay for it: while
     * an environment starts it has a whole CPU, later only its memory's share of one.
     */
    void prepare() {
        HeldPolicies.Standing standing = policies.current();
        Facts facts = FactsReader.read(
                new Arrival("prepare", environment, clock.instant(), 0, Optional.empty()), Map.of(), Map.of());
        PolicySet set =
                standing.loaded().map(LoadedPolicies::set).orElseGet(() -> PolicySet.of(environment, 0, List.of()));
        Decision decision = engine.decide(set, facts);
        DecisionLine.write(recorder.record("prepare", set, facts, decision));
        Answers.decision("prepare", environment, decision, 0, standing, clock.instant());
    }

    /**
     * The answer to a payload: a decision, or a problem where the payload cannot be understood.
     *
     * @param invocation the invocation's id
     */
    byte[] answer(byte[] payload, String invocation) {
        try {
            Question question = Question.read(payload, environment);
            HeldPolicies.Standing standing = policies.current();
            long began = System.nanoTime();
            Facts facts = facts(question);
            Decision decision =
                    standing.loaded().map(loaded -> decide(loaded, facts)).orElse(NOTHING_LOADED);
            long micros = (System.nanoTime() - began) / NANOS_PER_MICRO;
            String id = question.id().orElse(invocation);
            standing.loaded().ifPresent(loaded -> after(loaded, id, facts, decision, micros));
            return Answers.decision(id, environment, decision, micros, standing, clock.instant());
        } catch (MalformedRequestException malformed) {
            return Answers.problem(malformed.pointer(), malformed.getMessage());
        } catch (FactTypeException wrong) {
            return Answers.problem(wrong.pointer(), wrong.getMessage());
        }
    }

    private Facts facts(Question question) {
        Map<String, Object> counted = question.usage().orElseGet(() -> usage.count(question.context()));
        Arrival arrival =
                new Arrival(question.intent(), environment, clock.instant(), question.size(), question.caller());
        return FactsReader.read(arrival, question.context(), counted);
    }

    private Decision decide(LoadedPolicies loaded, Facts facts) {
        Optional<Trial> trial = loaded.trial();
        Optional<Decision> tried = trial.flatMap(one -> one.decide(engine, facts));
        if (tried.isPresent()) {
            return tried.get();
        }
        Decision decision = engine.decide(loaded.set(), facts);
        trial.ifPresent(one -> one.inForceDecided(facts, decision));
        return decision;
    }

    private void after(LoadedPolicies loaded, String id, Facts facts, Decision decision, long micros) {
        if (log.wants(decision.allowed())) {
            PolicySet set = loaded.set();
            log.decision(recorder.record(id, set, facts, decision), micros);
        }
        loaded.trial()
                .filter(trial -> trial != ended && trial.dropped().isPresent())
                .ifPresent(this::end);
    }

    /** Once is enough: where it cannot be written, this environment asks the candidate no more all the same. */
    private void end(Trial trial) {
        ended = trial;
        String reason = trial.dropped().orElseThrow();
        String candidate = trial.candidate().policy() + "@" + trial.candidate().version();
        log.event("trial.dropped", candidate + ": " + reason);
        try {
            trialEnd.end(trial.candidate(), reason);
        } catch (PolicyException failed) {
            log.event("trial.kept", failed.getMessage());
        }
    }
}
