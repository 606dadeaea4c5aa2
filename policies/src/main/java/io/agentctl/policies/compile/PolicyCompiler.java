package io.agentctl.policies.compile;

import dev.cel.runtime.CelRuntime;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.Draft;
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
    private final CelRuntime runtime = ExpressionCompiler.runtime();

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
                source.draft().map(draft -> compile(draft, version, findings, expiredException));
        List<Diagnostic> all = new ArrayList<>(source.diagnostics());
        all.addAll(findings.all());
        all.sort(Comparator.comparing((Diagnostic one) -> one.position().line())
                .thenComparing(one -> one.position().column()));
        boolean refused = source.document().isEmpty() || all.stream().anyMatch(one -> one.severity() == Severity.ERROR);
        return new Compilation(refused ? Optional.empty() : policy, all);
    }

    private CompiledPolicy compile(Draft draft, String version, Findings findings, Severity expiredException) {
        PolicyDocument document = draft.document();
        Judged judged =
                new Judged(draft, new ExpressionCompiler(runtime, document.parameters(), document.limits()), findings);
        Map<String, List<CompiledWaiver>> waivers = waivers(draft, judged);
        List<CompiledRule> rules = new ArrayList<>();
        for (int index = 0; index < document.rules().size(); index++) {
            Rule rule = document.rules().get(index);
            int place = draft.rules().get(index);
            String pointer = "/spec/rules/" + place;
            Optional<Expression> when = judged.condition(pointer + "/when", rule.when());
            Optional<Expression> message =
                    rule.messageExpression().flatMap(text -> judged.text(pointer + "/messageExpression", text));
            if (when.isPresent()) {
                rules.add(
                        new CompiledRule(place, rule, when.get(), message, waivers.getOrDefault(rule.id(), List.of())));
            }
        }
        draft.loose().forEach(judged::loose);
        CompiledPolicy policy = new CompiledPolicy(document, version, rules);
        new PolicyChecks(clock.instant(), findings, expiredException).check(draft, policy);
        return policy;
    }

    private static Map<String, List<CompiledWaiver>> waivers(Draft draft, Judged judged) {
        Map<String, List<CompiledWaiver>> waivers = new HashMap<>();
        List<Waiver> exceptions = draft.document().exceptions();
        for (int index = 0; index < exceptions.size(); index++) {
            Waiver waiver = exceptions.get(index);
            int place = draft.exceptions().get(index);
            judged.condition("/spec/exceptions/" + place + "/when", waiver.when())
                    .ifPresent(when -> waivers.computeIfAbsent(waiver.rule(), ignored -> new ArrayList<>())
                            .add(new CompiledWaiver(place, waiver, when)));
        }
        return waivers;
    }

    /** Compiles what can be judged, and keeps what is found. */
    private record Judged(Draft draft, ExpressionCompiler expressions, Findings findings) {

        Optional<Expression> condition(String pointer, String text) {
            return draft.canJudge(text) ? findings.take(pointer, expressions.condition(text)) : Optional.empty();
        }

        Optional<Expression> text(String pointer, String text) {
            return draft.canJudge(text) ? findings.take(pointer, expressions.text(text)) : Optional.empty();
        }

        void loose(Draft.Loose loose) {
            switch (loose.kind()) {
                case CONDITION -> condition(loose.pointer(), loose.text());
                case MESSAGE -> text(loose.pointer(), loose.text());
            }
        }
    }
}
