package io.agentctl.policies.testing;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyTest;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy under test, alone. It is tested as if it enforced, so that a test says what the rules say and does not
 * change with the mode; of a policy without a rule that allows, silence counts as leave: another policy has to give it.
 */
final class Subject {

    private final CompiledPolicy policy;
    private final boolean onlyDenies;
    private final DecisionEngine engine;

    /** Makes a subject; whether it only denies is told by the original, not by a mutant of it. */
    Subject(CompiledPolicy policy, PolicyDocument original, DecisionEngine engine) {
        this.policy = new CompiledPolicy(
                DocumentEdits.withMode(policy.document(), Mode.ENFORCE), policy.version(), policy.rules());
        this.onlyDenies = original.rules().stream().allMatch(rule -> rule.effect() == Effect.DENY);
        this.engine = engine;
    }

    /** The policy alone, with the values that a case sets. */
    PolicySet policies(PolicyTest test) {
        Map<String, Object> values = test.parameters();
        CompiledPolicy subject = values.isEmpty() ? policy : policy.withParameters(values);
        return PolicySet.of(CaseRequest.environment(policy.document(), test), 0, List.of(subject));
    }

    Decision decide(PolicyTest test, Facts facts) {
        return engine.decide(policies(test), facts);
    }

    /** What is not as expected, a sentence each. */
    List<String> mismatches(PolicyTest.Expectation expected, Decision got) {
        List<String> mismatches = new ArrayList<>();
        Effect effect = effect(got);
        if (effect != expected.effect()) {
            mismatches.add("expected " + word(expected.effect()) + ", got " + word(effect) + " (" + reason(got) + ")");
        }
        Optional<String> rule = got.rule().map(ref -> ref.rule());
        if (expected.rule().isPresent() && !expected.rule().equals(rule)) {
            mismatches.add("expected the rule " + expected.rule().get() + " to decide, and "
                    + rule.map(id -> "it was " + id).orElse("no rule did"));
        }
        if (expected.message().isPresent() && !expected.message().get().equals(got.message())) {
            mismatches.add("expected the message \"" + expected.message().get() + "\", got \"" + got.message() + "\"");
        }
        return mismatches;
    }

    private Effect effect(Decision got) {
        boolean silent =
                switch (got.reason()) {
                    case NOTHING_ALLOWS, NO_POLICY -> true;
                    case ALLOWED, DENIED, ERROR -> false;
                };
        return got.allowed() || (onlyDenies && silent) ? Effect.ALLOW : Effect.DENY;
    }

    private String reason(Decision got) {
        return switch (got.reason()) {
            case ALLOWED -> "the rule " + got.rule().orElseThrow().rule() + " allows";
            case DENIED -> "the rule " + got.rule().orElseThrow().rule() + " denies: " + got.message();
            case ERROR -> got.message();
            case NOTHING_ALLOWS -> onlyDenies ? "no rule denies" : "no rule allows";
            case NO_POLICY -> "the policy does not match this intent and environment";
        };
    }

    private static String word(Effect effect) {
        return effect == Effect.ALLOW ? "allow" : "deny";
    }
}
