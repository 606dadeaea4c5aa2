package io.agentctl.policies.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    static final String FULL =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: token-cap
              owner: platform@example.com
              description: Caps tokens.
            spec:
              match:
                intents: [call_reasoning, tool_*]
                environments: [production]
              mode: warn
              onError: allow
              parameters:
                max_tokens: 8000
                window: {type: duration, default: 5m, description: How far back.}
                classes: [free, trial]
                share: 0.5
                strict: true
                wait: 30s
                label: "30s"
              limits:
                nodes: 500
                time: 5ms
              rules:
                - id: too-many
                  when: context.max_tokens > parameters.max_tokens
                  effect: deny
                  message: too many tokens
                  messageExpression: '"at most " + string(parameters.max_tokens)'
                - id: fine
                  when: "true"
                  effect: allow
              exceptions:
                - rule: too-many
                  when: context.tenant == "acme"
                  expires: 2027-01-31T00:00:00Z
                  ticket: OPS-1
              redact: [/context/prompt]
            tests:
              - name: small is fine
                input: {intent: call_reasoning, context: {max_tokens: 10}}
                expect: allow
              - name: large is not
                input: {intent: call_reasoning, context: {max_tokens: 10}, time: 2026-11-24T10:00:00Z}
                parameters: {max_tokens: 5}
                expect: {effect: deny, rule: too-many}
            """;

    @Test
    void readsEveryPartOfAPolicy() {
        PolicySource source = PolicyReader.read("token-cap.yaml", FULL);

        assertThat(source.diagnostics()).isEmpty();
        PolicyDocument document = source.document().orElseThrow();
        assertThat(document.id()).isEqualTo(new PolicyId("token-cap"));
        assertThat(document.match()).isEqualTo(new Match(List.of("call_reasoning", "tool_*"), List.of("production")));
        assertThat(document.mode()).isEqualTo(Mode.WARN);
        assertThat(document.onError()).isEqualTo(OnError.ALLOW);
        assertThat(document.limits()).isEqualTo(new EvaluationLimits(500, 65_536, Duration.ofMillis(5)));
        assertThat(document.parameters())
                .containsExactly(
                        new Parameter("max_tokens", ValueType.INT, 8000L, ""),
                        new Parameter("window", ValueType.DURATION, Duration.ofMinutes(5), "How far back."),
                        new Parameter("classes", ValueType.STRING_LIST, List.of("free", "trial"), ""),
                        new Parameter("share", ValueType.DOUBLE, 0.5, ""),
                        new Parameter("strict", ValueType.BOOL, true, ""),
                        new Parameter("wait", ValueType.DURATION, Duration.ofSeconds(30), ""),
                        new Parameter("label", ValueType.STRING, "30s", ""));
        assertThat(document.rules())
                .containsExactly(
                        new Rule(
                                "too-many",
                                "context.max_tokens > parameters.max_tokens",
                                Effect.DENY,
                                "too many tokens",
                                Optional.of("\"at most \" + string(parameters.max_tokens)")),
                        new Rule("fine", "true", Effect.ALLOW, "", Optional.empty()));
        assertThat(document.exceptions())
                .containsExactly(new Waiver(
                        "too-many", "context.tenant == \"acme\"", Instant.parse("2027-01-31T00:00:00Z"), "OPS-1"));
        assertThat(document.redact()).containsExactly(JsonPath.parse("/context/prompt"));
        assertThat(document.tests().get(1).input())
                .isEqualTo(Map.of(
                        "intent", "call_reasoning",
                        "context", Map.of("max_tokens", 10L),
                        "time", "2026-11-24T10:00:00Z"));
        assertThat(document.tests().get(1).parameters()).isEqualTo(Map.of("max_tokens", 5L));
    }
}
