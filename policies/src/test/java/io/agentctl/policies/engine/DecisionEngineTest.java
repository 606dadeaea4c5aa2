package io.agentctl.policies.engine;

import static io.agentctl.policies.compile.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.OnError;
import io.agentctl.policies.document.ValueType;
import io.agentctl.policies.engine.Decision.Reason;
import io.agentctl.policies.engine.Decision.Remark;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionEngineTest {

    private final DecisionEngine engine = new DecisionEngine();

    private Decision decide(Map<String, Object> context, PolicyFixture... policies) {
        return engine.decide(set(policies), Requests.with(context));
    }

    private static PolicySet set(PolicyFixture... policies) {
        List<CompiledPolicy> compiled =
                Stream.of(policies).map(PolicyFixture::compile).toList();
        return PolicySet.of("production", 7, compiled);
    }

    @Test
    void aDenialWinsOverEveryAllowance() {
        Decision decision = decide(
                Map.of("max_tokens", 9000L),
                policy("caps").deny("too-many", "context.max_tokens > 8000", "too many tokens"),
                policy("open").allow("all", "true"));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).isEqualTo(Reason.DENIED);
        assertThat(decision.rule()).hasToString("Optional[caps@1/too-many]");
        assertThat(decision.message()).isEqualTo("too many tokens");
        assertThat(decision.generation()).isEqualTo(7);
    }

    @Test
    void theFirstDenialByPolicyAndRuleIsTheOneThatIsTold() {
        Decision decision = decide(
                Map.of(),
                policy("zebra").deny("z", "true", "z"),
                policy("ape").deny("no", "false", "no").deny("a", "true", "a").deny("b", "true", "b"));

        assertThat(decision.message()).isEqualTo("a");
    }

    @Test
    void whatNothingAllowsIsDenied() {
        Decision decision = decide(Map.of(), policy("caps").deny("never", "false"));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).isEqualTo(Reason.NOTHING_ALLOWS);
        assertThat(decision.message()).isEqualTo("no rule allows the intent call_reasoning in production");
    }

    @Test
    void whatNoPolicySpeaksAboutIsDenied() {
        Decision decision =
                decide(Map.of(), policy("other").intents("summarize").allow("all", "true"));

        assertThat(decision.reason()).isEqualTo(Reason.NO_POLICY);
    }

    @Test
    void policiesMatchByNameByPrefixAndByEnvironment() {
        PolicySet policies = set(
                policy("exact").intents("call_reasoning").allow("exact", "true"),
                policy("prefix").intents("call_*").allow("prefix", "true"),
                policy("longer").intents("call_rea*").allow("longer", "true"),
                policy("staging").environments("staging").deny("never-here", "true"));

        assertThat(engine.decide(policies, Requests.of("call_reasoning", Map.of()))
                        .rule())
                .hasToString("Optional[exact@1/exact]");
        assertThat(engine.decide(policies, Requests.of("call_reader", Map.of())).rule())
                .hasToString("Optional[longer@1/longer]");
        assertThat(engine.decide(policies, Requests.of("call_x", Map.of())).rule())
                .hasToString("Optional[prefix@1/prefix]");
        assertThat(engine.decide(policies, Requests.of("cal", Map.of())).reason())
                .isEqualTo(Reason.NO_POLICY);
    }

    @Test
    void anErrorOfAnEnforcingPolicyDeniesEvenWhatIsAllowed() {
        Decision decision = decide(
                Map.of(),
                policy("caps").deny("too-many", "context.max_tokens > 8000"),
                policy("open").allow("all", "true"));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).isEqualTo(Reason.ERROR);
        assertThat(decision.message())
                .isEqualTo("the rule caps@1/too-many could not be evaluated: the request has no context.max_tokens");
    }

    @Test
    void anErrorIsARemarkWhereThePolicyAllowsOnErrorsOrDoesNotEnforce() {
        Decision decision = decide(
                Map.of(),
                policy("caps").onError(OnError.ALLOW).deny("too-many", "context.max_tokens > 8000"),
                policy("watch").mode(Mode.AUDIT).deny("too-many", "1 / context.attributes.size() > 0"),
                policy("open").allow("all", "true"));

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.remarks())
                .extracting(Remark::kind, remark -> remark.rule().toString(), Remark::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Remark.Kind.ERROR,
                                "caps@1/too-many",
                                "the rule caps@1/too-many could not be evaluated: the request has no context.max_tokens"),
                        org.assertj.core.groups.Tuple.tuple(
                                Remark.Kind.ERROR,
                                "watch@1/too-many",
                                "the rule watch@1/too-many could not be evaluated: division by zero"));
    }

    @Test
    void denialsOfPoliciesThatWarnOrAuditAreRemarks() {
        Decision decision = decide(
                Map.of(),
                policy("warn").mode(Mode.WARN).deny("w", "true", "careful"),
                policy("audit").mode(Mode.AUDIT).deny("a", "true", "noted").allow("all", "true"));

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.remarks())
                .extracting(Remark::kind)
                .containsExactly(Remark.Kind.AUDITED, Remark.Kind.WARNING);
    }

    @Test
    void anExceptionWaivesUntilItExpires() {
        PolicyFixture waived = policy("caps")
                .deny("cap", "true", "no")
                .allow("all", "true")
                .except("cap", "context.tenant == 'acme'", PolicyFixture.NOW.plus(Duration.ofDays(1)));
        PolicyFixture expired = policy("caps")
                .deny("cap", "true", "no")
                .allow("all", "true")
                .except("cap", "context.tenant == 'acme'", PolicyFixture.NOW);

        assertThat(decide(Map.of("tenant", "acme"), waived).allowed()).isTrue();
        assertThat(decide(Map.of("tenant", "acme"), waived).remarks())
                .extracting(Remark::kind, Remark::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Remark.Kind.WAIVED, "waived until 2026-11-25T10:00:00Z by OPS-1: no"));
        assertThat(decide(Map.of("tenant", "other"), waived).allowed()).isFalse();
        assertThat(decide(Map.of(), waived).allowed()).isFalse();
        assertThat(decide(Map.of("tenant", "acme"), expired).allowed()).isFalse();
    }

    @Test
    void aMessageIsMadeOfFactsAndParameters() {
        PolicyFixture caps = policy("caps")
                .parameter("limit", ValueType.INT, 8000L)
                .denyTelling(
                        "cap",
                        "context.max_tokens > parameters.limit",
                        "string(context.max_tokens) + ' tokens; at most ' + string(parameters.limit)");

        assertThat(decide(Map.of("max_tokens", 9000L), caps).message()).isEqualTo("9000 tokens; at most 8000");
        assertThat(engine.decide(
                                PolicySet.of(
                                        "production",
                                        1,
                                        List.of(caps.compile().withParameters(Map.of("limit", 10_000L)))),
                                Requests.with(Map.of("max_tokens", 9000L)))
                        .reason())
                .isEqualTo(Reason.NOTHING_ALLOWS);
    }

    @Test
    void everyTypeOfFactCanBeComputedWith() {
        Map<String, Object> context = new HashMap<>(Map.of(
                "tools", List.of("search", "mail"),
                "estimated_cost_usd", 1,
                "nested", Map.of("list", List.of(1, Map.of("x", 2.5)))));
        context.put("nothing", null);
        PolicyFixture types = policy("types")
                .parameter("age", ValueType.DURATION, Duration.ofHours(1))
                .parameter("tools", ValueType.STRING_LIST, List.of("mail"))
                .deny("tools", "!context.tools.exists(t, t in parameters.tools)")
                .deny("double", "context.estimated_cost_usd != 1.0")
                .deny("time", "request.time - timestamp('2026-11-24T08:59:00Z') < parameters.age")
                .deny("hour", "request.hour != 10 || request.weekday != 2")
                .deny("nested", "context.attributes.nested.list[1].x != 2.5")
                .deny("null", "context.attributes.nothing != null")
                .deny("absent", "has(context.tenant) || has(context.attributes.tenant)")
                .allow("all", "context.attributes.size() == 4 && usage.tenant_requests_last_minute == 0");

        assertThat(decide(context, types)).extracting(Decision::message).isEqualTo("");
    }

    @Test
    void aMaskedFactMakesADecisionUncertainUnlessItDoesNotMatter() {
        PolicySet policies = set(policy("caps")
                .deny("secret", "has(context.prompt) && context.prompt.contains('secret')")
                .deny("region", "context.attributes.region == 'mars'")
                .allow("all", "true"));
        Map<String, Object> context = Map.of("prompt", "?", "region", "eu", "max_tokens", 1L);
        Map<String, Object> mars = Map.of("prompt", "?", "region", "mars", "max_tokens", 1L);

        assertThat(engine.decide(
                        policies, Requests.with(context), Set.of("context.prompt", "context.attributes.prompt")))
                .isEmpty();
        assertThat(engine.decide(policies, Requests.with(mars), Set.of("context.prompt", "context.attributes.prompt")))
                .hasValueSatisfying(decision -> assertThat(decision.allowed()).isFalse());
        assertThat(engine.decide(policies, Requests.with(context), Set.of("context.max_tokens")))
                .hasValueSatisfying(decision -> assertThat(decision.allowed()).isTrue());
    }
}
