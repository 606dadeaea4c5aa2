package io.agentctl.cli.policy;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.authoring.TestPolicies;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.testing.CaseResult;
import io.agentctl.policies.testing.Coverage;
import io.agentctl.policies.testing.MutationReport;
import io.agentctl.policies.testing.TestReport;
import java.util.Locale;

/** How test results look to people: what failed and why first, then what no test looks at. */
final class TestPage {

    private TestPage() {}

    static void layout(TestPolicies.Result result, Page page) {
        result.reports().forEach(report -> layout(report, page));
        result.mutations().forEach(mutation -> layout(mutation, page));
        int cases = result.reports().stream()
                .mapToInt(report -> report.cases().size())
                .sum();
        int failed = result.reports().stream()
                .mapToInt(report -> report.failures().size())
                .sum();
        if (result.passed()) {
            page.line(
                    Tone.GOOD,
                    page.theme().tick() + " " + Findings.count(cases, "test passes", "tests pass") + " in "
                            + Findings.count(result.reports().size(), "policy", "policies"));
        } else {
            page.line(Tone.BAD, failed + " of " + Findings.count(cases, "test", "tests") + " failed");
        }
    }

    private static void layout(TestReport report, Page page) {
        Findings.layout(report.diagnostics(), page);
        if (report.policy().isEmpty()) {
            return;
        }
        String policy = report.policy().get().value();
        for (CaseResult failure : report.failures()) {
            page.line(
                    Tone.BAD,
                    "%s:%d: %s: %s".formatted(failure.file(), failure.position().line(), policy, failure.name()));
            failure.mismatches().forEach(mismatch -> page.line("    " + mismatch));
            failure.why().forEach(line -> page.line("      " + line));
        }
        page.line(policy + ": "
                + (report.cases().size() - report.failures().size()) + " of "
                + report.cases().size()
                + " pass, outcomes covered "
                + String.format(Locale.ROOT, "%.0f%%", report.outcomeCoverage() * 100));
        report.coverage().stream()
                .filter(coverage -> !coverage.complete())
                .forEach(coverage -> page.line(Tone.WARNING, "    " + uncovered(report, coverage)));
    }

    private static String uncovered(TestReport report, Coverage coverage) {
        return "%s:%d: %s is %s in any test"
                .formatted(report.file(), coverage.position().line(), coverage.name(), coverage.missing());
    }

    private static void layout(MutationReport mutation, Page page) {
        String policy = mutation.baseline().policy().map(PolicyId::value).orElse("");
        int made = mutation.killed() + mutation.survivors().size();
        page.line(policy + ": " + mutation.killed() + " of " + made + " mistakes made on purpose are noticed");
        mutation.survivors().forEach(survivor -> page.line(Tone.WARNING, "    " + survivor.text()));
    }
}
