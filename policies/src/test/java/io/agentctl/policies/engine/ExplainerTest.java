package io.agentctl.policies.engine;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.ValueType;
import io.agentctl.policies.engine.Explanation.RuleValue;
import io.agentctl.policies.engine.Explanation.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {

    private static final Map<String, Object> CONTEXT = Map.of(
            "max_tokens",
            9000L,
            "estimated_cost_usd",
            2.5,
            "tenant_class",
            "free",
            "model",
            "big-1",
            "prompt",
            "hello",
            "tools",
            List.of("mail", "search"));

    private static RuleValue explain(PolicyFixture policy) {
        PolicySet policies = PolicySet.of("production", 0, List.of(policy.compile()));
        return new Explainer(new DecisionEngine())
                .explain(policies, Requests.with(CONTEXT))
                .rules()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "context.max_tokens > 8000 | context.max_tokens: 9000 > 8000; passes at 8000 or less",
                "context.max_tokens >= 8000 | context.max_tokens: 9000 >= 8000; passes at 7999 or less",
                "8000 < context.max_tokens | context.max_tokens: 9000 > 8000; passes at 8000 or less",
                "!(context.max_tokens <= 8000) | context.max_tokens: 9000 > 8000; passes at 8000 or less",
                "context.estimated_cost_usd >= 2 | context.estimated_cost_usd: 2.5 >= 2; passes below 2",
                "context.max_tokens > parameters.cap"
                        + " | context.max_tokens: 9000 > 5000 (parameters.cap); passes at 5000 or less",
                "context.tenant_class == 'free' | context.tenant_class: 'free' == 'free'; passes at anything but 'free'",
                "context.tenant_class != 'gold' | context.tenant_class: 'free' != 'gold'; passes at 'gold'",
                "context.model in ['big-1', 'big-2']"
                        + " | context.model: 'big-1' is in ['big-1', 'big-2']; passes when it is not",
                "'mail' in context.tools | context.tools: 'mail' is in ['mail', 'search']; passes when it is not",
                "has(context.model) | context.model is stated; passes without it",
                "!has(context.tenant) | context.tenant is not stated; passes with it",
                "context.model.startsWith('big')"
                        + " | context.model.startsWith('big') is true, context.model is 'big-1'; passes when it is false",
                "context.tools.exists(t, t == 'mail')"
                        + " | context.tools.exists(t, t == 'mail') is true; passes when it is false",
                "size(context.prompt) > 4 | size(context.prompt): 5 > 4; passes at 4 or less"
            })
    void saysWhatWouldHavePassed(String when, String reason) {
        RuleValue rule =
                explain(policy("caps").parameter("cap", ValueType.INT, 5000L).deny("cap", when));

        assertThat(rule.value()).isEqualTo(Value.TRUE);
        assertThat(rule.decided()).isTrue();
        assertThat(rule.reasons()).containsExactly(reason);
    }

    @Test
    void namesEveryPartThatHadToBeTrue() {
        RuleValue rule =
                explain(policy("caps").deny("cap", "has(context.max_tokens) && context.max_tokens > 8000 && true"));

        assertThat(rule.reasons())
                .containsExactly(
                        "context.max_tokens is stated; passes without it",
                        "context.max_tokens: 9000 > 8000; passes at 8000 or less");
    }

    @Test
    void namesThePartOfAnAllowanceThatFailed() {
        RuleValue rule = explain(
                policy("gate").allow("gold", "context.max_tokens > 1 && context.tenant_class in ['gold', 'silver']"));

        assertThat(rule.value()).isEqualTo(Value.FALSE);
        assertThat(rule.reasons())
                .containsExactly("context.tenant_class: 'free' is not in ['gold', 'silver']; passes when it is");
    }

    @Test
    void saysWhyARuleHasNoValueAndWhatExceptionsThereAre() {
        RuleValue failing = explain(policy("gate").deny("eu", "context.region != 'eu'"));
        RuleValue excepted = explain(policy("gate")
                .deny("cap", "true")
                .except("cap", "context.tenant_class == 'gold'", PolicyFixture.NOW.plusSeconds(1))
                .except("cap", "true", PolicyFixture.NOW));

        assertThat(failing.value()).isEqualTo(Value.ERROR);
        assertThat(failing.problem()).isEqualTo("the request has no context.region");
        assertThat(excepted.exceptions())
                .extracting(one -> one.expired(), one -> one.value().orElse(null))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, Value.FALSE),
                        org.assertj.core.groups.Tuple.tuple(true, null));
    }
}
