package io.agentctl.policies.engine;

import io.agentctl.policies.fact.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of {@link BenchmarkPolicies} as somebody would write them in Java. */
final class LambdaRules {

    private static final Set<Object> MODELS = Set.of("small-1", "small-2", "large-1");

    private final Map<String, List<Predicate<Facts>>> denials = new HashMap<>();
    private final Predicate<Facts> allowance =
            facts -> facts.context().get("tenant") instanceof String tenant && tenant.startsWith("tenant-");

    LambdaRules(int rules) {
        denials.put(
                "call_reasoning",
                List.of(
                        facts -> facts.context().get("max_tokens") instanceof Long tokens && tokens > 8_000,
                        facts -> facts.context().get("estimated_cost_usd") instanceof Double cost && cost > 0.5,
                        facts -> facts.context().get("model") instanceof String model && !MODELS.contains(model),
                        facts -> "free".equals(facts.context().get("tenant_class"))
                                && facts.request().get("hour") instanceof Long hour
                                && hour < 6));
        for (int rule = 5; rule < rules; rule += 5) {
            List<Predicate<Facts>> others = new ArrayList<>();
            for (int index = 0; index < 5; index++) {
                long cap = 1_000L + rule + index;
                others.add(facts -> facts.context().get("max_tokens") instanceof Long tokens && tokens > cap);
            }
            denials.put("intent_" + rule, others);
        }
    }

    boolean allows(Facts facts) {
        for (Predicate<Facts> denial : denials.getOrDefault(facts.intent(), List.of())) {
            if (denial.test(facts)) {
                return false;
            }
        }
        return allowance.test(facts);
    }
}
