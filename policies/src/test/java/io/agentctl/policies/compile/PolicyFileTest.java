package io.agentctl.policies.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
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

    @Test
    void mistakesOfFormDoNotHideThoseOfMeaning() {
        assertThat(
                        check(
                                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: caps
                  ownr: platform
                spec:
                  parameters:
                    cap: {type: int, default: many}
                    rate: 5
                  rules:
                    - id: unknown-key
                      when: request.size > parameters.rat
                      effect: deny
                      severity: high
                    - id: no-effect
                      when: request.houre > 1
                      messageExpression: request.size
                    - id: cannot-be-judged
                      when: request.size > parameters.cap
                      effect: deny
                    - when: context.tenat == 'x'
                      effect: deny
                    - id: impossible
                      when: request.hour > 20 && request.hour < 3
                      effect: deny
                  exceptions:
                    - {rule: unknown-key, when: "request.sise > 1", expires: 2026-01-01T00:00:00Z, ticket: OPS-1}
                    - {rule: impossible, when: "request.sice > 1", expires: tomorrow, ticket: OPS-2}
                tests: 7
                """))
                .containsExactly(
                        "caps.yaml:4:3: error: 'owner' is missing",
                        "caps.yaml:5:3: error: unknown key 'ownr'. Did you mean owner?",
                        "caps.yaml:8:31: error: expected int, such as 8000",
                        "caps.yaml:12:39: error: the policy has no parameter rat. Did you mean rate?",
                        "caps.yaml:14:7: error: unknown key 'severity'; known here:"
                                + " id, when, effect, message, messageExpression",
                        "caps.yaml:15:7: error: 'effect' is missing",
                        "caps.yaml:16:21: error: there is no fact request.houre. Did you mean hour?",
                        "caps.yaml:17:26: error: must give a string, and gives int",
                        "caps.yaml:21:7: error: 'id' is missing",
                        "caps.yaml:21:21: error: there is no fact context.tenat. Did you mean tenant?",
                        "caps.yaml:27:42: error: there is no fact request.sise. Did you mean size?",
                        "caps.yaml:27:62: error: the exception to unknown-key expired at 2026-01-01T00:00:00Z;"
                                + " remove it, or have it renewed (OPS-1)",
                        "caps.yaml:28:41: error: there is no fact request.sice. Did you mean size?",
                        "caps.yaml:28:61: error: 'tomorrow' is not a time with a zone, such as 2027-01-31T00:00:00Z",
                        "caps.yaml:29:8: error: expected a list, found 7");
    }

    @Test
    void whatRefersToParametersThatCannotBeReadIsNotBlamed() {
        String policy =
                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata: {id: caps, owner: platform}
                spec:
                  parameters: 7
                  rules:
                    - {id: one, when: request.size > parameters.cap, effect: deny}
                    - {id: two, when: request.size > parameterss.cap, effect: deny}
                """;

        assertThat(check(policy))
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding).contains("5:15: error: expected an object, found 7"))
                .anySatisfy(finding -> assertThat(finding).contains("8:", "parameterss"));
    }

    @Test
    void testsBesideThatAreWrongDoNotHideWhatThePolicyHasWrong() {
        PolicySource policy = PolicyReader.read(
                "caps.yaml",
                """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata: {id: caps, owner: platform}
                spec:
                  rules:
                    - {id: one, when: request.sise > 1, effect: deny}
                """);
        PolicySource source = PolicyReader.withTests(policy, "caps.tests.yaml", "test: []");

        assertThat(new PolicyCompiler(InstantSource.fixed(PolicyFixture.NOW))
                        .compile(source, "draft")
                        .diagnostics())
                .extracting(Diagnostic::message)
                .anySatisfy(message -> assertThat(message).contains("unknown key 'test'"))
                .anySatisfy(message -> assertThat(message).contains("request.sise"));
    }
}
