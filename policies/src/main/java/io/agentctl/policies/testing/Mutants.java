package io.agentctl.policies.testing;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.Draft;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.PolicyTest;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.fact.FactTypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests the tests: changes one thing at a time in a policy, and sees whether a case fails. A change that no case
 * notices is one that a slip of the finger could make unseen.
 */
public final class Mutants {

    private final PolicyTestRunner runner;
    private final PolicyCompiler compiler;
    private final DecisionEngine engine;

    /** Makes a mutation run; the runner gives the baseline. */
    public Mutants(PolicyTestRunner runner, PolicyCompiler compiler, DecisionEngine engine) {
        this.runner = runner;
        this.compiler = compiler;
        this.engine = engine;
    }

    /** Runs the cases against the policy, and if they pass, against every mutant until a case fails. */
    public MutationReport of(PolicySource source) {
        TestReport baseline = runner.run(source);
        if (!baseline.passed()) {
            return new MutationReport(baseline, 0, 0, List.of());
        }
        PolicyDocument document = source.document().orElseThrow();
        int killed = 0;
        int refused = 0;
        List<Mutant> survivors = new ArrayList<>();
        for (MutantDocument mutant : MutantDocuments.of(source, document)) {
            Optional<CompiledPolicy> compiled = compile(source, mutant.document());
            if (compiled.isEmpty()) {
                refused++;
            } else if (isNoticed(new Subject(compiled.get(), document, engine), document)) {
                killed++;
            } else {
                survivors.add(mutant.mutant());
            }
        }
        return new MutationReport(baseline, killed, refused, survivors);
    }

    private Optional<CompiledPolicy> compile(PolicySource source, PolicyDocument mutated) {
        PolicySource other = new PolicySource(
                source.file(),
                source.text(),
                Optional.of(mutated),
                Optional.of(Draft.of(mutated)),
                List.of(),
                source.places());
        return compiler.compile(other, "draft").policy();
    }

    private static boolean isNoticed(Subject subject, PolicyDocument document) {
        return document.tests().stream().anyMatch(test -> fails(subject, document, test));
    }

    private static boolean fails(Subject subject, PolicyDocument document, PolicyTest test) {
        try {
            return !subject.mismatches(test.expect(), subject.decide(test, CaseRequest.facts(document, test)))
                    .isEmpty();
        } catch (FactTypeException impossible) {
            throw new IllegalStateException("the baseline passed with this input", impossible);
        }
    }
}
