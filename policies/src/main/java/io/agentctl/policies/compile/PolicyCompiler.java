package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.Rule;
import io.agentctl.policies.document.Waiver;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a document into programs, and finds what does not make sense in it. */
public final class PolicyCompiler {

    private final InstantSource clock;

    /** Makes a compiler; the clock tells which exceptions have expired. */
    public PolicyCompiler(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Compiles a document.
     *
     * @param version what decisions call it: the version's number in a store, or {@code draft}
     */
    public Compilation compile(PolicySource source, String version) {
        return compile(source, version, Severity.ERROR);
    }

    /**
     * Compiles a document that was published, where an exception may have expired since: it is void then, and no reason
     * to be without the policy.
     */
    public Compilation load(PolicySource source, String version) {
        return compile(source, version, Severity.WARNING);
    }

    private Compilation compile(PolicySource source, String version, Severity expiredException) {
        Findings findings = new Findings(source);
        Optional<CompiledPolicy> policy =
                source.document().map(document -> compile(document, version, findings, expiredException));
        List<Diagnostic> all = new ArrayList<>(source.diagnostics());
        all.addAll(findings.all());
        all.sort(Comparator.comparing((Diagnostic one) -> one.position().line())
                .thenComparing(one -> one.position().column()));
        boolean refused = all.stream().anyMatch(one -> one.severity() == Severity.ERROR);
        return new Compilation(refused ? Optional.empty() : policy, all);
    }

    private CompiledPolicy compile(
            PolicyDocument document, String version, Findings findings, Severity expiredException) {
        ExpressionCompiler expressions = new ExpressionCompiler(document.parameters(), document.limits());
        Map<String, List<CompiledWaiver>> waivers = waivers(document, expressions, findings);
        List<CompiledRule> rules = new ArrayList<>();
        for (int index = 0; index < document.rules().size(); index++) {
            Rule rule = document.rules().get(index);
            String pointer = "/spec/rules/" + index;
            Optional<Expression> when = findings.take(pointer + "/when", expressions.condition(rule.when()));
            Optional<Expression> message = rule.messageExpression()
                    .flatMap(text -> findings.take(pointer + "/messageExpression", expressions.text(text)));
            if (when.isPresent()) {
                rules.add(
                        new CompiledRule(index, rule, when.get(), message, waivers.getOrDefault(rule.id(), List.of())));
            }
        }
        CompiledPolicy policy = new CompiledPolicy(document, version, rules);
        new PolicyChecks(clock.instant(), findings, expiredException).check(policy);
        return policy;
    }

    private static Map<String, List<CompiledWaiver>> waivers(
            PolicyDocument document, ExpressionCompiler expressions, Findings findings) {
        Map<String, List<CompiledWaiver>> waivers = new HashMap<>();
        for (int index = 0; index < document.exceptions().size(); index++) {
            Waiver waiver = document.exceptions().get(index);
            int place = index;
            findings.take("/spec/exceptions/" + index + "/when", expressions.condition(waiver.when()))
                    .ifPresent(when -> waivers.computeIfAbsent(waiver.rule(), ignored -> new ArrayList<>())
                            .add(new CompiledWaiver(place, waiver, when)));
        }
        return waivers;
    }
}
