package io.agentctl.policies.engine;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.ValueType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicySetTest {

    private static PolicySet set(PolicyFixture... policies) {
        return PolicySet.of(
                "production", 1, Stream.of(policies).map(PolicyFixture::compile).toList());
    }

    @Test
    void saysWhatTheDecisionsOfAnIntentDependOn() {
        PolicySet policies = set(
                policy("caps")
                        .intents("call_*")
                        .parameter("cap", ValueType.INT, 1L)
                        .denyTelling("cap", "context.max_tokens > parameters.cap", "'for ' + context.tenant")
                        .deny("region", "context.attributes.region == 'x' || context.attributes['zone'].a == 1")
                        .except("cap", "context.agent_id == 'a'", PolicyFixture.NOW.plusSeconds(60)),
                policy("other").intents("store").deny("size", "request.size > 10"));

        assertThat(policies.reads("call_x").paths())
                .containsExactly(
                        "context.agent_id",
                        "context.attributes.region",
                        "context.attributes.zone",
                        "context.max_tokens",
                        "context.tenant");
        assertThat(policies.reads("store").paths()).containsExactly("request.size");
        assertThat(policies.reads("call_x").validUntil(PolicyFixture.NOW)).isEqualTo(PolicyFixture.NOW.plusSeconds(60));
        assertThat(policies.reads("store").validUntil(PolicyFixture.NOW)).isEqualTo(Instant.MAX);
    }

    @Test
    void valuesThatDecideAreEqualForRequestsThatDifferElsewhere() {
        Reads reads = set(policy("caps")
                        .deny("cap", "context.max_tokens > 1")
                        .deny("region", "context.attributes.region == 'x'"))
                .reads("call_reasoning");

        assertThat(reads.values(Requests.with(Map.of("max_tokens", 1L, "region", "x", "prompt", "a"))))
                .isEqualTo(reads.values(Requests.with(Map.of("max_tokens", 1L, "region", "x", "prompt", "b"))))
                .isNotEqualTo(reads.values(Requests.with(Map.of("max_tokens", 2L, "region", "x"))))
                .isNotEqualTo(reads.values(Requests.with(Map.of("max_tokens", 1L))));
    }

    @Test
    void decisionsThatReadTheInstantOfArrivalCannotBeKeptAndThoseThatReadTheHourCan() {
        assertThat(set(policy("p").deny("r", "request.time > timestamp('2026-01-01T00:00:00Z')"))
                        .reads("any")
                        .cacheable())
                .isFalse();
        assertThat(set(policy("p").deny("r", "request.hour > 20")).reads("any").cacheable())
                .isTrue();
    }

    @Test
    void gathersWhatIsToBeMasked() {
        PolicySet policies = set(
                policy("a").redact("/context/prompt"),
                policy("b").intents("store").redact("/context/prompt").redact("/context/user_id"));

        assertThat(policies.redactions("store")).hasToString("[/context/prompt, /context/user_id]");
        assertThat(policies.redactions("other")).hasToString("[/context/prompt]");
    }

    @Test
    void replacesOnePolicyByACandidate() {
        PolicySet policies = set(policy("a").deny("no", "true"), policy("b").allow("all", "true"));

        PolicySet tried = policies.with(policy("a").deny("no", "false").compile());

        assertThat(new DecisionEngine().decide(tried, Requests.with(Map.of())).allowed())
                .isTrue();
        assertThat(tried.policies()).hasSize(2);
        assertThat(List.of(policies.generation(), tried.generation())).containsExactly(1L, 1L);
    }
}
