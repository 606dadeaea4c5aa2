package io.agentctl.policies.rollout;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.engine.Requests;
import io.agentctl.policies.fact.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionLineTest {

    private final PolicySet policies = PolicySet.of(
            "production",
            7,
            List.of(policy("caps")
                    .denyTelling("person", "has(context.user_id)", "'not for ' + context.user_id")
                    .redact("/context/user_id")
                    .redact("/context/customer/*/email")
                    .compile()));

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> context = new HashMap<>(Map.of(
                "max_tokens",
                5L,
                "temperature",
                1.0,
                "tools",
                List.of("search"),
                "depth",
                Map.of("a", List.of(1L, 2.5))));
        context.put("nothing", null);
        RecordedDecision record = recorded(Requests.with(context));

        assertThat(DecisionLine.read(DecisionLine.write(record))).isEqualTo(record);
    }

    @Test
    void maskedValuesAreNowhereInTheLine() {
        RecordedDecision record = recorded(Requests.with(Map.of(
                "user_id", "ada-lovelace", "customer", List.of(Map.of("email", "ada@example.org", "class", "gold")))));

        String line = DecisionLine.write(record);

        assertThat(line)
                .doesNotContain("ada-lovelace", "ada@example.org", "\n")
                .contains("\"user_id\":{\"$masked\":true}", "gold", "\"message\":\"not for ***\"");
        assertThat(DecisionLine.read(line)).isEqualTo(record);
    }

    @Test
    void theVersionsThatDecidedAreNamed() {
        assertThat(recorded(Requests.with(Map.of())).versions()).isEqualTo(Map.of(new PolicyId("caps"), "1"));
    }

    @Test
    void whatIsNoRecordIsRefusedWithTheReason() {
        assertThatThrownBy(() -> DecisionLine.read("{")).hasMessageStartingWith("not JSON: ");
        assertThatThrownBy(() -> DecisionLine.read("[]")).hasMessage("not a recorded decision: an object was expected");
        assertThatThrownBy(() -> DecisionLine.read("{\"versions\":{}}"))
                .hasMessage("not a recorded decision: \"id\" must be a text");
        String line = DecisionLine.write(recorded(Requests.with(Map.of("max_tokens", 5L))));
        assertThatThrownBy(() -> DecisionLine.read(line.replace("\"max_tokens\":5", "\"max_tokens\":\"5\"")))
                .hasMessage("not a recorded decision: context.max_tokens must be of type int");
        assertThatThrownBy(() -> DecisionLine.read(line + " {}")).hasMessageStartingWith("not JSON: ");
    }

    @Test
    void aShadowTellsOnlyWhatWouldChange() {
        DecisionEngine engine = new DecisionEngine();
        PolicySet open = PolicySet.of(
                "production", 8, List.of(policy("caps").allow("all", "true").compile()));
        Shadow shadow = new Shadow(engine, new Recorder(), open, policies);
        Facts facts = Requests.with(Map.of("user_id", "ada-lovelace"));

        Flip flip = shadow.compare("r1", facts, engine.decide(open, facts)).orElseThrow();

        assertThat(flip.kind()).isEqualTo(FlipKind.ALLOW_TO_DENY);
        assertThat(flip.candidate().message()).isEqualTo("not for ***");
        assertThat(new Shadow(engine, new Recorder(), open, open).compare("r1", facts, engine.decide(open, facts)))
                .isEmpty();
    }

    private RecordedDecision recorded(Facts facts) {
        return new Recorder().record("r1", policies, facts, new DecisionEngine().decide(policies, facts));
    }
}
