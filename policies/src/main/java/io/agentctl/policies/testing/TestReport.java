package io.agentctl.policies.testing;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicyId;
import java.util.List;
import java.util.Optional;

/**
 * What came of the tests of one policy.
 *
 * @param policy absent if the document has errors
 * @param diagnostics findings of the document; with an error among them nothing was run
 * @param cases in the order of the document
 * @param coverage rules in the order of the document, then exceptions
 */
public record TestReport(
        String file,
        Optional<PolicyId> policy,
        List<Diagnostic> diagnostics,
        List<CaseResult> cases,
        List<Coverage> coverage) {

    public TestReport {
        diagnostics = List.copyOf(diagnostics);
        cases = List.copyOf(cases);
        coverage = List.copyOf(coverage);
    }

    /** Whether the document was sound and every case passed; true for a policy without cases. */
    public boolean passed() {
        return diagnostics.stream().noneMatch(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                && cases.stream().allMatch(CaseResult::passed);
    }

    /** What reports call it: the policy's id, or the file where that is not known. */
    public String name() {
        return policy.map(PolicyId::value).orElse(file);
    }

    /** The cases that did not pass. */
    public List<CaseResult> failures() {
        return cases.stream().filter(result -> !result.passed()).toList();
    }

    /** The share of outcomes that some case has seen, of two a condition; 1 where there is no condition. */
    public double outcomeCoverage() {
        int seen = coverage.stream().mapToInt(Coverage::outcomes).sum();
        return coverage.isEmpty() ? 1 : seen / (2.0 * coverage.size());
    }

    /** Each failed case as a finding, for {@code check} and {@code publish}. */
    public List<Diagnostic> failureDiagnostics() {
        return failures().stream()
                .map(failure -> new Diagnostic(
                        Diagnostic.Severity.ERROR,
                        failure.file(),
                        failure.position(),
                        failure.pointer(),
                        Diagnostic.Code.FAILING_TEST,
                        "test \"" + failure.name() + "\": " + String.join("; ", failure.mismatches())))
                .toList();
    }
}
