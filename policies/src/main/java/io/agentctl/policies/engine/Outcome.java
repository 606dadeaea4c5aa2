package io.agentctl.policies.engine;

import io.agentctl.policies.compile.Evaluation;
import io.agentctl.policies.compile.EvaluationException;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.engine.Decision.Reason;
import io.agentctl.policies.engine.Decision.Remark;
import io.agentctl.policies.engine.Decision.Remark.Kind;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a decision has come to so far. */
final class Outcome {

    private final PolicySet policies;
    private final Facts facts;
    private boolean silent;
    private AppliedRule denying;
    private String denial;
    private AppliedRule failing;
    private String failure;
    private AppliedRule allowing;
    private boolean perhapsDenied;
    private boolean perhapsAllowed;
    private List<Remark> remarks;

    Outcome(PolicySet policies, Facts facts) {
        this.policies = policies;
        this.facts = facts;
    }

    void noPolicy() {
        silent = true;
    }

    Instant time() {
        return (Instant) facts.request().get("time");
    }

    void denied(AppliedRule rule, Evaluation evaluation) {
        if (denying == null) {
            denying = rule;
            denial = rule.message(evaluation);
        }
    }

    boolean isDenied() {
        return denying != null;
    }

    void allowed(AppliedRule rule) {
        if (allowing == null) {
            allowing = rule;
        }
    }

    void failed(AppliedRule rule, EvaluationException problem) {
        String message = "the rule " + rule.ref + " could not be evaluated: " + problem.getMessage();
        if (problem.indeterminate()) {
            perhapsAllowed |= rule.rule.rule().effect() == Effect.ALLOW;
            perhapsDenied |= rule.rule.rule().effect() == Effect.DENY && rule.mode == Mode.ENFORCE;
        } else if (!rule.deniesOnError) {
            remark(Kind.ERROR, rule, message);
        } else if (failing == null) {
            failing = rule;
            failure = message;
        }
    }

    void remark(Kind kind, AppliedRule rule, String message) {
        if (remarks == null) {
            remarks = new ArrayList<>();
        }
        remarks.add(new Remark(kind, rule.ref, message));
    }

    /**
     * Whether no masked fact could have changed the effect: a denial and an error stand, whatever else is true; an
     * allowance stands unless something might deny; without one nothing but another allowance could change it.
     */
    boolean isCertain() {
        if (denying != null || failing != null) {
            return true;
        }
        return allowing != null ? !perhapsDenied : !perhapsAllowed;
    }

    Decision decision() {
        if (denying != null) {
            return denied(Reason.DENIED, denying, denial);
        }
        if (failing != null) {
            return denied(Reason.ERROR, failing, failure);
        }
        if (allowing != null) {
            return remarks == null
                    ? allowing.allowed
                    : new Decision(
                            Effect.ALLOW, Reason.ALLOWED, allowing.allowed.rule(), "", remarks, policies.generation());
        }
        String about = " the intent " + facts.intent() + " in " + policies.environment();
        return silent
                ? denied(Reason.NO_POLICY, null, "no policy speaks about" + about)
                : denied(Reason.NOTHING_ALLOWS, null, "no rule allows" + about);
    }

    private Decision denied(Reason reason, AppliedRule rule, String message) {
        return new Decision(
                Effect.DENY,
                reason,
                rule == null ? Optional.empty() : rule.allowed.rule(),
                message,
                remarks == null ? List.of() : remarks,
                policies.generation());
    }
}
