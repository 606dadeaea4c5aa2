package io.agentctl.policies.engine;

import static io.agentctl.policies.compile.PolicyFixture.policy;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.document.ValueType;
import io.agentctl.policies.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The load that decisions are measured on: five rules that speak about the intent, among many that do not. */
public final class BenchmarkPolicies {

    private static final int APPLICABLE = 5;

    private BenchmarkPolicies() {}

    /** A set with so many rules, five of which apply to {@link #request}. */
    public static PolicySet of(int rules) {
        List<CompiledPolicy> policies = new ArrayList<>();
        policies.add(policy("caps")
                .intents("call_reasoning")
                .parameter("cap", ValueType.INT, 8_000L)
                .deny("tokens", "has(context.max_tokens) && context.max_tokens > parameters.cap")
                .deny("cost", "has(context.estimated_cost_usd) && context.estimated_cost_usd > 0.5")
                .deny("model", "has(context.model) && !(context.model in ['small-1', 'small-2', 'large-1'])")
                .deny("free", "has(context.tenant_class) && context.tenant_class == 'free' && request.hour < 6")
                .allow("known", "has(context.tenant) && context.tenant.startsWith('tenant-')")
                .compile());
        for (int rule = APPLICABLE; rule < rules; rule += APPLICABLE) {
            PolicyFixture other = policy("other-" + rule).intents("intent_" + rule, "family_" + rule + "_*");
            for (int index = 0; index < APPLICABLE; index++) {
                other.deny(
                        "rule-" + index, "has(context.max_tokens) && context.max_tokens > " + (1_000 + rule + index));
            }
            policies.add(other.compile());
        }
        return PolicySet.of("production", 1, policies);
    }

    /** A request that all five rules are evaluated for, and that is allowed. */
    public static Facts request() {
        return Requests.with(Map.of(
                "max_tokens", 4_000L,
                "estimated_cost_usd", 0.1,
                "model", "large-1",
                "tenant_class", "premium",
                "tenant", "tenant-7",
                "prompt", "What is the capital of France?",
                "attributes", Map.of("region", "eu", "labels", List.of("a", "b"))));
    }
}
