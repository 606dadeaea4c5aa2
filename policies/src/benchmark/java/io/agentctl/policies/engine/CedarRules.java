package io.agentctl.policies.engine;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.agentctl.policies.fact.Facts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@link BenchmarkPolicies} in Cedar, an intent as an action. The set is parsed once; costs are whole
 * thousandths of a dollar, for Cedar compares integers.
 */
final class CedarRules {

    private final AuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final Entities entities = new Entities();
    private final EntityUID principal = EntityUID.parse("Caller::\"any\"").orElseThrow();
    private final EntityUID resource =
            EntityUID.parse("Runtime::\"production\"").orElseThrow();

    CedarRules(int rules) throws Exception {
        Set<Policy> all = new HashSet<>();
        add(all, "forbid", "call_reasoning", "context has max_tokens && context.max_tokens > 8000");
        add(all, "forbid", "call_reasoning", "context has cost_milli && context.cost_milli > 500");
        add(
                all,
                "forbid",
                "call_reasoning",
                "context has model && !([\"small-1\", \"small-2\", \"large-1\"].contains(context.model))");
        add(
                all,
                "forbid",
                "call_reasoning",
                "context has tenant_class && context.tenant_class == \"free\" && context.hour < 6");
        add(all, "permit", "call_reasoning", "context has tenant && context.tenant like \"tenant-*\"");
        for (int rule = 5; rule < rules; rule++) {
            add(
                    all,
                    "forbid",
                    "intent_" + rule / 5 * 5,
                    "context has max_tokens && context.max_tokens > " + (1_000 + rule));
        }
        policies = new PolicySet(all);
        policies.cache();
    }

    boolean allows(Facts facts) throws AuthException {
        Map<String, Value> context = new HashMap<>();
        facts.context().forEach((name, value) -> {
            if (value instanceof Long number) {
                context.put(name, new PrimLong(number));
            } else if (value instanceof String text) {
                context.put(name, new PrimString(text));
            } else if (value instanceof Double cost) {
                context.put("cost_milli", new PrimLong(Math.round(cost * 1_000)));
            }
        });
        context.put("hour", new PrimLong((Long) facts.request().get("hour")));
        EntityUID action = EntityUID.parse("Action::\"" + facts.intent() + "\"").orElseThrow();
        return engine.isAuthorized(new AuthorizationRequest(principal, action, resource, context), policies, entities)
                .success
                .orElseThrow()
                .isAllowed();
    }

    private static void add(Set<Policy> all, String effect, String intent, String when) {
        all.add(new Policy(
                effect + "(principal, action == Action::\"" + intent + "\", resource) when { " + when + " };",
                "rule" + all.size()));
    }
}
