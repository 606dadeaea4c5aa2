package io.agentctl.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Arrival;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.fact.FactsReader;
import io.agentctl.runtime.Guide;
import io.agentctl.runtime.backend.Backend;
import io.agentctl.runtime.backend.BackendAnswer;
import io.agentctl.runtime.backend.BackendCall;
import io.agentctl.runtime.backend.BackendException;
import io.agentctl.runtime.backend.BackendHealth;
import io.agentctl.runtime.dispatch.UndecidedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FunctionDeciderTest {

    private static final String DENIED =
            """
            {"status": 403, "effect": "deny", "reason": "denied", "policy": "token-cap", "version": "3", "rule": "cap",
             "message": "too many", "generation": 7,
             "remarks": [{"kind": "warning", "policy": "other", "version": "1", "rule": "near", "message": "near it"}],
             "policies": {"count": 2, "checkedAt": "2026-11-24T15:00:00Z"}}
            """;

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private String asked;

    private FunctionDecider decider(String answer) {
        return new FunctionDecider(new Backend() {
            @Override
            public BackendAnswer call(BackendCall call) {
                asked = new String(call.body(), StandardCharsets.UTF_8);
                return new BackendAnswer(answer.getBytes(StandardCharsets.UTF_8), 1);
            }

            @Override
            public BackendHealth health() {
                return new BackendHealth(
                        "governance", BackendHealth.Circuit.CLOSED, 0, Optional.empty(), Optional.empty());
            }

            @Override
            public void close() {}
        });
    }

    private static Decision decide(FunctionDecider decider) throws UndecidedException {
        Facts facts = FactsReader.read(
                new Arrival("call_reasoning", "production", NOW, 42, Optional.of("billing")),
                Map.of("max_tokens", 9000L, "nested", Map.of("a", 1L)),
                Map.of("tenant_requests_last_minute", 5L));
        return decider.decide(facts, "id-1", NOW.plusSeconds(30));
    }

    @Test
    void theFunctionIsToldAllThatIsKnownAndItsAnswerIsTheDecision() throws UndecidedException {
        FunctionDecider decider = decider(DENIED);
        Decision decision = decide(decider);

        assertThat(asked)
                .contains(
                        "\"intent\":\"call_reasoning\"",
                        "\"environment\":\"production\"",
                        "\"max_tokens\":9000",
                        "\"nested\":{\"a\":1}",
                        "\"id\":\"id-1\"",
                        "\"caller\":\"billing\"",
                        "\"size\":42",
                        "\"tenant_requests_last_minute\":5");
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.rule().orElseThrow()).hasToString("token-cap@3/cap");
        assertThat(decision.message()).isEqualTo("too many");
        assertThat(decision.remarks()).hasSize(1);
        assertThat(decider.state().generation()).isEqualTo(7);
        assertThat(decider.state().policies()).isEqualTo(2);
        assertThat(decider.state().checkedAt()).contains(NOW);
    }

    @Test
    void whatIsNoDecisionLetsNothingThrough() {
        for (String answer : new String[] {
            "null",
            "{}",
            "[]",
            "\"allow\"",
            "{\"effect\":\"allow\"}",
            DENIED.replace("\"deny\"", "\"perhaps\""),
            DENIED.replace("7", "\"seven\""),
            DENIED.replace("2026-11-24T15:00:00Z", "lately")
        }) {
            assertThatThrownBy(() -> decide(decider(answer)))
                    .as(answer)
                    .isInstanceOf(UndecidedException.class)
                    .hasMessageContaining("no decision");
        }
    }

    @Test
    void aRequestThatTheFunctionDoesNotTakeIsNotDecidedAndSaysWhy() {
        FunctionDecider decider =
                decider("{\"status\":400,\"pointer\":\"/environment\",\"detail\":\"decides for staging\"}");

        assertThatThrownBy(() -> decide(decider))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("/environment")
                .hasMessageContaining("decides for staging");
        assertThat(decider.state().problem().orElseThrow()).contains("decides for staging");
        assertThat(decider.state().loaded()).isTrue();
    }

    @Test
    void aFunctionThatCannotBeAskedLeavesTheRequestUndecided() {
        FunctionDecider decider = new FunctionDecider(new Backend() {
            @Override
            public BackendAnswer call(BackendCall call) throws BackendException {
                throw new BackendException(
                        BackendException.Kind.CIRCUIT_OPEN, "left alone for now", Duration.ofSeconds(4), null);
            }

            @Override
            public BackendHealth health() {
                return new BackendHealth(
                        "governance", BackendHealth.Circuit.OPEN, 0, Optional.empty(), Optional.empty());
            }

            @Override
            public void close() {}
        });

        assertThatThrownBy(() -> decide(decider))
                .isInstanceOfSatisfying(UndecidedException.class, undecided -> assertThat(undecided.retryAfter())
                        .isEqualTo(Duration.ofSeconds(4)));
    }

    @Test
    void itsUsualSettingsAreThoseOfTheGuide() {
        assertThat(Guide.read().table("setting of `governance`", "default").stream()
                        .collect(Collectors.toMap(row -> row.getFirst(), row -> row.get(1))))
                .isEqualTo(FunctionDecider.USUAL);
        assertThat(FunctionDecider.settings("lambda:x:live", Map.of("timeout", "1s"))
                        .timeout())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
