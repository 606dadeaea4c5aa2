package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.CompiledRule;
import io.agentctl.policies.compile.CompiledWaiver;
import io.agentctl.policies.compile.Evaluation;
import io.agentctl.policies.compile.EvaluationException;
import io.agentctl.policies.compile.Expression;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.OnError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A rule of a policy in force, with what every decision about it needs made beforehand. */
final class AppliedRule {

    final CompiledPolicy policy;
    final CompiledRule rule;
    final RuleRef ref;
    final Mode mode;
    final boolean deniesOnError;
    final Expression when;
    final Decision allowed;
    private final CompiledWaiver[] waivers;
    private final String plainMessage;

    AppliedRule(CompiledPolicy policy, CompiledRule rule, long generation) {
        this.policy = policy;
        this.rule = rule;
        this.ref = new RuleRef(policy.id(), policy.version(), rule.rule().id());
        this.mode = policy.document().mode();
        this.deniesOnError = mode == Mode.ENFORCE && policy.document().onError() == OnError.DENY;
        this.when = rule.when();
        this.allowed = new Decision(Effect.ALLOW, Decision.Reason.ALLOWED, Optional.of(ref), "", List.of(), generation);
        this.waivers = rule.waivers().toArray(CompiledWaiver[]::new);
        this.plainMessage = rule.rule().message().isEmpty()
                ? "denied by the rule " + rule.rule().id() + " of the policy " + policy.id()
                : rule.rule().message();
    }

    /** What the caller is told; the written message where the expression for it has no value. */
    String message(Evaluation evaluation) {
        if (rule.message().isPresent()) {
            try {
                return (String) rule.message().get().value(evaluation);
            } catch (EvaluationException ignored) {
                return plainMessage;
            }
        }
        return plainMessage;
    }

    /**
     * The exception that waives a denial, or null if there is none.
     *
     * @throws EvaluationException if a condition could not be evaluated and no other exception waives
     */
    CompiledWaiver waiver(Evaluation evaluation, Instant time) throws EvaluationException {
        EvaluationException failure = null;
        for (CompiledWaiver waiver : waivers) {
            if (!time.isBefore(waiver.waiver().expires())) {
                continue;
            }
            try {
                if (waiver.when().test(evaluation)) {
                    return waiver;
                }
            } catch (EvaluationException problem) {
                failure = problem;
            }
        }
        if (failure != null && failure.indeterminate()) {
            throw failure;
        }
        return null;
    }
}
