package io.agentctl.policies.engine;

import io.agentctl.policies.compile.PolicyFixture;
import io.agentctl.policies.fact.Arrival;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.fact.FactsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests for tests, to the intent call_reasoning in production. */
public final class Requests {

    private Requests() {}

    public static Facts with(Map<String, Object> context) {
        return of("call_reasoning", context);
    }

    public static Facts of(String intent, Map<String, Object> context) {
        return FactsReader.read(
                new Arrival(intent, "production", PolicyFixture.NOW, 100, Optional.empty()),
                new HashMap<>(context),
                Map.of());
    }
}
