package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import org.junit.jupiter.api.Test;

class TestsBesideTest {

    private static final PolicySource POLICY = PolicyReader.read("token-cap.yaml", PolicyReaderTest.FULL);

    @Test
    void testsBesideFollowThePolicysOwnAndKeepTheirFile() {
        PolicySource both = PolicyReader.withTests(
                POLICY,
                "token-cap.tests.yaml",
                """
                tests:
                  - name: from beside
                    input: {intent: call_reasoning}
                    parameters: {max_tokens: 1}
                    expect: allow
                """);

        assertThat(both.diagnostics()).isEmpty();
        assertThat(both.document().orElseThrow().tests())
                .extracting(PolicyTest::name)
                .containsExactly("small is fine", "large is not", "from beside");
        assertThat(both.finding(Severity.ERROR, "/tests/2/name", Code.FAILING_TEST, "no")
                        .text())
                .isEqualTo("token-cap.tests.yaml:2:11: error: no");
        assertThat(both.finding(Severity.ERROR, "/spec/rules/0/when", Code.EXPRESSION, "no")
                        .text())
                .startsWith("token-cap.yaml:26:13:");
    }

    @Test
    void findingsInTestsBesideNameTheirFile() {
        PolicySource both = PolicyReader.withTests(
                POLICY,
                "token-cap.tests.yaml",
                """
                tests:
                  - name: small is fine
                    input: {intent: call_reasoning}
                    expect: {effect: deny, rule: to-many}
                rules: []
                """);

        assertThat(both.document()).isEmpty();
        assertThat(both.diagnostics())
                .extracting(Diagnostic::text)
                .containsExactly(
                        "token-cap.tests.yaml:2:11: error: the policy itself has a test 'small is fine'",
                        "token-cap.tests.yaml:4:34: error: there is no rule 'to-many'. Did you mean too-many?",
                        "token-cap.tests.yaml:5:1: error: unknown key 'rules'; known here: tests");
    }

    @Test
    void testsThatAreNoListHaveNoPlaces() {
        PolicySource both = PolicyReader.withTests(POLICY, "t.yaml", "tests: {a: 1, 999999999999: 2}\n");

        assertThat(both.diagnostics()).hasSize(1);
    }
}
