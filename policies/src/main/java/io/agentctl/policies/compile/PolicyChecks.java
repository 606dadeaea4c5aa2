package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.Rule;
import io.agentctl.policies.document.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What no single expression shows: exceptions without a rule, parameters without a use. */
final class PolicyChecks {

    private final Instant now;
    private final Findings findings;
    private final Severity expiredException;

    PolicyChecks(Instant now, Findings findings, Severity expiredException) {
        this.now = now;
        this.findings = findings;
        this.expiredException = expiredException;
    }

    void check(CompiledPolicy policy) {
        exceptions(policy);
    }

    private void exceptions(CompiledPolicy policy) {
        List<Waiver> exceptions = policy.document().exceptions();
        for (int index = 0; index < exceptions.size(); index++) {
            Waiver waiver = exceptions.get(index);
            String pointer = "/spec/exceptions/" + index;
            Optional<Rule> rule = policy.document().rules().stream()
                    .filter(one -> one.id().equals(waiver.rule()))
                    .findFirst();
            if (rule.isEmpty()) {
                findings.error(pointer + "/rule", Code.UNKNOWN_NAME, "there is no rule " + waiver.rule());
            } else if (rule.get().effect() == Effect.ALLOW) {
                findings.error(
                        pointer + "/rule",
                        Code.BAD_VALUE,
                        "the rule " + waiver.rule() + " allows; only denials can be waived");
            }
            if (!waiver.expires().isAfter(now)) {
                findings.add(
                        expiredException,
                        pointer + "/expires",
                        Code.EXPIRED_EXCEPTION,
                        "expired at " + waiver.expires() + "; remove it, or renew it with a ticket (" + waiver.ticket()
                                + ")");
            }
        }
    }
}
