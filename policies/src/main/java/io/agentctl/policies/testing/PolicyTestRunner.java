package io.agentctl.policies.testing;

import io.agentctl.policies.compile.Compilation;
import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.PolicyTest;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.Explainer;
import io.agentctl.policies.fact.FactTypeException;
import io.agentctl.policies.fact.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the cases of policies, each against the policy alone. */
public final class PolicyTestRunner {

    private final PolicyCompiler compiler;
    private final DecisionEngine engine;
    private final Explainer explainer;

    /** Makes a runner. */
    public PolicyTestRunner(PolicyCompiler compiler, DecisionEngine engine, Explainer explainer) {
        this.compiler = compiler;
        this.engine = engine;
        this.explainer = explainer;
    }

    /** Compiles a policy and runs its cases, in the order of the document. */
    public TestReport run(PolicySource source) {
        Compilation compilation = compiler.compile(source, "draft");
        if (compilation.policy().isEmpty()) {
            return new TestReport(source.file(), Optional.empty(), compilation.diagnostics(), List.of(), List.of());
        }
        CompiledPolicy policy = compilation.policy().get();
        PolicyDocument document = policy.document();
        Subject subject = new Subject(policy, document, engine);
        CoverageCounter coverage = new CoverageCounter(document);
        List<CaseResult> results = new ArrayList<>();
        for (int index = 0; index < document.tests().size(); index++) {
            results.add(run(source, document, subject, index, coverage));
        }
        return new TestReport(
                source.file(),
                Optional.of(document.id()),
                compilation.diagnostics(),
                results,
                coverage.coverage(source));
    }

    private CaseResult run(
            PolicySource source, PolicyDocument document, Subject subject, int index, CoverageCounter coverage) {
        PolicyTest test = document.tests().get(index);
        String pointer = "/tests/" + index;
        long start = System.nanoTime();
        Optional<Decision> decision = Optional.empty();
        List<String> mismatches;
        List<String> why = List.of();
        try {
            Facts facts = CaseRequest.facts(document, test);
            Decision got = subject.decide(test, facts);
            decision = Optional.of(got);
            mismatches = subject.mismatches(test.expect(), got);
            coverage.watch(subject.policies(test), facts);
            why = mismatches.isEmpty() ? List.of() : Why.of(explainer.explain(subject.policies(test), facts));
        } catch (FactTypeException wrong) {
            mismatches = List.of("the input is no request: " + wrong.getMessage());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CaseResult(
                test.name(),
                source.fileOf(pointer),
                pointer,
                source.position(pointer),
                test.expect(),
                decision,
                mismatches,
                why,
                took);
    }
}
