package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledWaiver;
import io.agentctl.policies.compile.Evaluation;
import io.agentctl.policies.compile.EvaluationException;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.engine.Decision.Remark.Kind;
import io.agentctl.policies.fact.Facts;
import java.util.Optional;
import java.util.Set;

/**
 * Decides. Every denying rule is looked at, then every allowing one; a denial wins, then an error of a policy that
 * denies on errors, then an allowance; what nothing allows is denied. Has no state: one serves all threads.
 */
public final class DecisionEngine {

    /** Decides on a request whose facts are all known. Expired exceptions are told by {@code request.time}. */
    public Decision decide(PolicySet policies, Facts facts) {
        Applicable applicable = policies.applicable(facts.intent());
        Evaluation evaluation = new Evaluation(facts);
        Outcome outcome = new Outcome(policies, facts);
        decide(applicable, evaluation, outcome);
        return outcome.decision();
    }

    /**
     * Decides on a request of which some facts are masked.
     *
     * @param masked their paths, such as {@code context.prompt} or {@code context.attributes.prompt}
     * @return empty if the request could be allowed or denied otherwise with the facts; where a denial is certain, its
     *     reason may be another one with them
     */
    public Optional<Decision> decide(PolicySet policies, Facts facts, Set<String> masked) {
        Applicable applicable = policies.applicable(facts.intent());
        Outcome outcome = new Outcome(policies, facts);
        decide(applicable, new Evaluation(facts, masked), outcome);
        return outcome.isCertain() ? Optional.of(outcome.decision()) : Optional.empty();
    }

    private static void decide(Applicable applicable, Evaluation evaluation, Outcome outcome) {
        if (applicable.silent) {
            outcome.noPolicy();
            return;
        }
        for (AppliedRule rule : applicable.denies) {
            try {
                if (rule.when.test(evaluation)) {
                    denied(rule, evaluation, outcome);
                }
            } catch (EvaluationException failure) {
                outcome.failed(rule, failure);
            }
        }
        if (outcome.isDenied()) {
            return;
        }
        for (AppliedRule rule : applicable.allows) {
            try {
                if (rule.when.test(evaluation)) {
                    outcome.allowed(rule);
                }
            } catch (EvaluationException failure) {
                outcome.failed(rule, failure);
            }
        }
    }

    private static void denied(AppliedRule rule, Evaluation evaluation, Outcome outcome) throws EvaluationException {
        CompiledWaiver waiver = rule.waiver(evaluation, outcome.time());
        if (waiver != null) {
            outcome.remark(
                    Kind.WAIVED,
                    rule,
                    "waived until " + waiver.waiver().expires() + " by "
                            + waiver.waiver().ticket() + ": " + rule.message(evaluation));
        } else if (rule.mode == Mode.ENFORCE) {
            outcome.denied(rule, evaluation);
        } else {
            outcome.remark(rule.mode == Mode.WARN ? Kind.WARNING : Kind.AUDITED, rule, rule.message(evaluation));
        }
    }
}
