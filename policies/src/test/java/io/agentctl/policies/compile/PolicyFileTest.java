package io.agentctl.policies.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicyReader;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the text of a file to findings with places in it. */
class PolicyFileTest {

    private static List<String> check(String text) {
        return new PolicyCompiler(InstantSource.fixed(PolicyFixture.NOW))
                .compile(PolicyReader.read("caps.yaml", text), "draft").diagnostics().stream()
                        .map(Diagnostic::text)
                        .toList();
    }

    @Test
    void pointsIntoPlainQuotedAndBlockScalars() {
        assertThat(
                        check(
                                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: caps
                  owner: platform
                spec:
                  parameters:
                    cap: 8000
                    spare: 1
                  rules:
                    - id: plain
                      when: request.size > parameters.capp
                      effect: deny
                    - id: quoted
                      when: "request.intent == \\"é\\" && request.houre > 1"
                      effect: deny
                    - id: block
                      when: |
                        request.size > 1 &&
                          context.tenat == 'x'
                      effect: deny
                    - id: impossible
                      when: request.hour > 20 && request.hour < parameters.cap - 8000 && request.hour < 3
                      effect: allow
                  exceptions:
                    - {rule: plain, when: "true", expires: 2026-01-01T00:00:00Z, ticket: OPS-1}
                """))
                .containsExactly(
                        "caps.yaml:12:39: error: the policy has no parameter capp. Did you mean cap?",
                        "caps.yaml:15:49: error: there is no fact request.houre. Did you mean hour?",
                        "caps.yaml:20:19: error: there is no fact context.tenat. Did you mean tenant?",
                        "caps.yaml:23:13: warning: the rule can never be true:"
                                + " request.hour > 20 and request.hour < 3 exclude each other",
                        "caps.yaml:26:44: error: the exception to plain expired at 2026-01-01T00:00:00Z;"
                                + " remove it, or have it renewed (OPS-1)");
    }

    @Test
    void aPolicyWithoutFindingsIsReady() {
        PolicyCompiler compiler = new PolicyCompiler(InstantSource.fixed(PolicyFixture.NOW));

        Compilation compilation = compiler.compile(
                PolicyReader.read(
                        "caps.yaml",
                        """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: caps
                  owner: platform
                spec:
                  parameters:
                    wait: {type: duration, default: 90s}
                  rules:
                    - id: plain
                      when: duration('1m') < parameters.wait
                      effect: allow
                """),
                "3");

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.policy()).hasValueSatisfying(policy -> {
            assertThat(policy.version()).isEqualTo("3");
            assertThat(policy.rules()).hasSize(1);
        });
    }
}
