package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.Draft;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.OnError;
import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.document.Waiver;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What no expression shows by itself: exceptions that have expired, parameters without a use, facts that may be
 * missing.
 */
final class PolicyChecks {

    private final Instant now;
    private final Findings findings;
    private final Severity expiredException;

    PolicyChecks(Instant now, Findings findings, Severity expiredException) {
        this.now = now;
        this.findings = findings;
        this.expiredException = expiredException;
    }

    void check(Draft draft, CompiledPolicy policy) {
        expiredExceptions(draft);
        if (draft.allRules() && draft.allExceptions()) {
            unusedParameters(policy);
        }
        if (policy.document().onError() == OnError.DENY && policy.document().mode() == Mode.ENFORCE) {
            policy.rules().forEach(this::unguarded);
        }
        // What one rule says about another holds whatever a third one says, but not what an exception takes away.
        if (draft.allExceptions()) {
            new RuleChecks(policy, findings).check();
        }
    }

    private void unusedParameters(CompiledPolicy policy) {
        Set<String> used = new HashSet<>();
        for (CompiledRule rule : policy.rules()) {
            used.addAll(rule.when().parameters());
            rule.message().ifPresent(message -> used.addAll(message.parameters()));
            rule.waivers().forEach(waiver -> used.addAll(waiver.when().parameters()));
        }
        boolean whole = policy.rules().size() == policy.document().rules().size();
        for (Parameter parameter : policy.document().parameters()) {
            if (whole && !used.contains(parameter.name())) {
                findings.warning(
                        "/spec/parameters/" + parameter.name(),
                        Code.UNUSED_PARAMETER,
                        "no rule refers to parameters." + parameter.name());
            }
        }
    }

    private void unguarded(CompiledRule rule) {
        UnguardedFacts.of(rule.when().tree().getExpr()).forEach((path, node) -> {
            String guard = "has(" + path + ")";
            String fix = rule.rule().effect() == Effect.ALLOW
                    ? guard + " && …"
                    : guard + " && … to let such requests pass here, or !" + guard
                            + " || … to deny them with this rule";
            findings.issue(
                    "/spec/rules/" + rule.index() + "/when",
                    Positions.warning(
                            rule.when().tree().getSource(),
                            node,
                            Code.UNGUARDED_FACT,
                            "a request without " + path + " is denied with an error, whatever it asks for; write "
                                    + fix));
        });
    }

    private void expiredExceptions(Draft draft) {
        List<Waiver> exceptions = draft.document().exceptions();
        for (int index = 0; index < exceptions.size(); index++) {
            Waiver waiver = exceptions.get(index);
            if (!waiver.expires().isAfter(now)) {
                findings.add(
                        expiredException,
                        "/spec/exceptions/" + draft.exceptions().get(index) + "/expires",
                        Code.EXPIRED_EXCEPTION,
                        "the exception to " + waiver.rule() + " expired at " + waiver.expires()
                                + "; remove it, or have it renewed (" + waiver.ticket() + ")");
            }
        }
    }
}
