package io.agentctl.policies.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.Explainer;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class PolicyTestRunnerTest {

    private static final String CAP =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata: {id: cap, owner: team}
            spec:
              mode: MODE
              parameters: {most: 8000}
              rules:
                - id: too-long
                  when: has(context.max_tokens) && context.max_tokens > parameters.most
                  effect: deny
                  message: too long
            tests:
            """;

    private final DecisionEngine engine = new DecisionEngine();
    private final PolicyCompiler compiler = new PolicyCompiler(InstantSource.fixed(PolicyFixture.NOW));
    private final PolicyTestRunner runner = new PolicyTestRunner(compiler, engine, new Explainer(engine));
    private final Mutants mutants = new Mutants(runner, compiler, engine);

    @Test
    void aFailedCaseSaysWhatWasExpectedWhatCameAndWhy() {
        TestReport report = run("- {name: nine, input: {intent: x, context: {max_tokens: 9000}}, expect: allow}");

        assertThat(report.passed()).isFalse();
        CaseResult failure = report.failures().getFirst();
        assertThat(failure.mismatches())
                .containsExactly("expected allow, got deny (the rule too-long denies: too long)");
        assertThat(failure.why()).first().isEqualTo("rule too-long (deny) is true");
        assertThat(failure.why())
                .anyMatch(line -> line.contains("9000 > 8000 (parameters.most); passes at 8000 or less"));
        assertThat(failure.position().line()).isEqualTo(13);
        assertThat(report.failureDiagnostics())
                .extracting(Diagnostic::text)
                .containsExactly(
                        "cap.yaml:13:5: error: test \"nine\": expected allow, got deny (the rule too-long denies: too"
                                + " long)");
    }

    @Test
    void ruleAndMessageAreComparedWhereTheCaseNamesThem() {
        TestReport report =
                run("- {name: nine, input: {intent: x, context: {max_tokens: 9000}}, expect: {effect: deny, rule:"
                        + " too-long, message: no}}");

        assertThat(report.failures().getFirst().mismatches())
                .containsExactly("expected the message \"no\", got \"too long\"");
    }

    @Test
    void aPolicyThatOnlyWarnsIsTestedAsIfItEnforced() {
        String warns = CAP.replace("MODE", "warn")
                + "  - {name: nine, input: {intent: x, context: {max_tokens: 9000}}, expect: deny}\n";

        assertThat(runner.run(PolicyReader.read("cap.yaml", warns)).passed()).isTrue();
    }

    @Test
    void anInputOfTheWrongTypeFailsItsCase() {
        TestReport report = run("- {name: nine, input: {intent: x, context: {max_tokens: many}}, expect: allow}");

        assertThat(report.failures().getFirst().mismatches().getFirst()).startsWith("the input is no request: ");
    }

    @Test
    void coverageTellsWhichOutcomeNoCaseShows() {
        TestReport report = run("- {name: one, input: {intent: x, context: {max_tokens: 1}}, expect: allow}");

        assertThat(report.coverage()).extracting(Coverage::missing).containsExactly("never true");
        assertThat(report.outcomeCoverage()).isEqualTo(0.5);
    }

    @Test
    void survivorsSayWhereWhatAndWhichCaseWouldNotice() {
        MutationReport report = mutants.of(PolicyReader.read(
                "cap.yaml",
                CAP.replace("MODE", "enforce")
                        + "  - {name: nine, input: {intent: x, context: {max_tokens: 9000}}, expect: deny}\n"
                        + "  - {name: one, input: {intent: x, context: {max_tokens: 1}}, expect: allow}\n"
                        + "  - {name: none, input: {intent: x}, expect: allow}\n"));

        assertThat(report.survivors())
                .extracting(mutant -> mutant.text() + "; " + mutant.hint())
                .containsExactly(
                        "cap.yaml:9:59: has(context.max_tokens) && context.max_tokens > parameters.most"
                                + " → has(context.max_tokens) && context.max_tokens >= parameters.most;"
                                + " a case in which both sides are equal",
                        "cap.yaml:6:22: most = 8000 → 8001; a case at the edge of most, between 8000 and 8001",
                        "cap.yaml:6:22: most = 8000 → 7999; a case at the edge of most, between 8000 and 7999");
        assertThat(report.killed()).isEqualTo(4);
    }

    @Test
    void testsThatFailAreNotMutated() {
        MutationReport report = mutants.of(PolicyReader.read(
                "cap.yaml", CAP.replace("MODE", "enforce") + "  - {name: one, input: {intent: x}, expect: deny}\n"));

        assertThat(report.passed()).isFalse();
        assertThat(report.killed()).isZero();
    }

    @Test
    void aDocumentWithErrorsRunsNothingAndSaysWhy() {
        TestReport report = runner.run(PolicyReader.read("cap.yaml", "kind: Policy"));

        assertThat(report.passed()).isFalse();
        assertThat(report.diagnostics()).isNotEmpty();
    }

    @Test
    void buildServersGetWellFormedXml() throws Exception {
        TestReport failed =
                run("- {name: \"a < b & \\u0007\", input: {intent: x, context: {max_tokens: 9000}}, expect: allow}\n"
                        + "  - {name: fine, input: {intent: x}, expect: allow}");

        String xml = JUnitXml.of(List.of(failed, runner.run(PolicyReader.read("broken.yaml", "kind: Policy"))));

        assertThat(xml)
                .contains(
                        "<testsuite name=\"cap\" file=\"cap.yaml\" tests=\"2\" failures=\"1\" errors=\"0\"",
                        "name=\"a &lt; b &amp; \uFFFD\"",
                        "<testsuite name=\"broken.yaml\"",
                        "<failure type=\"mismatch\" message=\"expected allow, got deny (the rule too-long denies: too"
                                + " long)\">");
        XMLStreamReader reader = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(xml));
        int cases = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("testcase")) {
                cases++;
            }
        }
        assertThat(cases).isGreaterThanOrEqualTo(3);
    }

    private TestReport run(String tests) {
        return runner.run(PolicyReader.read("cap.yaml", CAP.replace("MODE", "enforce") + "  " + tests + "\n"));
    }
}
