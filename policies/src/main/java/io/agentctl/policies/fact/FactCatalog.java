package io.agentctl.policies.fact;

import io.agentctl.policies.document.ValueType;
import java.util.List;

/**
 * Every fact there is. A context may hold more than is listed here: all of it is in {@code context.attributes}, without
 * declared types.
 */
public final class FactCatalog {

    /** The facts that a runtime knows of every request. */
    public static final String REQUEST = "request";

    /** The facts that a caller states. */
    public static final String CONTEXT = "context";

    /** The facts that a runtime counts. */
    public static final String USAGE = "usage";

    private static final List<Fact> ALL = List.of(
            new Fact(REQUEST, "intent", ValueType.STRING, true, "what is asked for, such as call_reasoning"),
            new Fact(REQUEST, "environment", ValueType.STRING, true, "where the runtime runs, such as production"),
            new Fact(REQUEST, "time", ValueType.TIMESTAMP, true, "when the request arrived"),
            new Fact(REQUEST, "hour", ValueType.INT, true, "hour of the day at arrival, UTC, 0 to 23"),
            new Fact(REQUEST, "weekday", ValueType.INT, true, "day of the week at arrival, UTC, 1 Monday to 7 Sunday"),
            new Fact(REQUEST, "size", ValueType.INT, true, "length of the request's body, bytes"),
            new Fact(REQUEST, "caller", ValueType.STRING, false, "who called, where bearer tokens are configured"),
            new Fact(CONTEXT, "user_id", ValueType.STRING, false, "the person on whose behalf the agent acts"),
            new Fact(CONTEXT, "agent_id", ValueType.STRING, false, "the agent that asks"),
            new Fact(CONTEXT, "session_id", ValueType.STRING, false, "the conversation"),
            new Fact(CONTEXT, "tenant", ValueType.STRING, false, "the customer"),
            new Fact(CONTEXT, "tenant_class", ValueType.STRING, false, "the customer's class, such as free or premium"),
            new Fact(CONTEXT, "model", ValueType.STRING, false, "the model that is asked for"),
            new Fact(CONTEXT, "prompt", ValueType.STRING, false, "the text for the model"),
            new Fact(CONTEXT, "max_tokens", ValueType.INT, false, "the most tokens the answer may take"),
            new Fact(CONTEXT, "input_tokens", ValueType.INT, false, "tokens of the prompt"),
            new Fact(CONTEXT, "estimated_cost_usd", ValueType.DOUBLE, false, "what the call is thought to cost, USD"),
            new Fact(CONTEXT, "temperature", ValueType.DOUBLE, false, "the sampling temperature"),
            new Fact(CONTEXT, "tools", ValueType.STRING_LIST, false, "the tools that the agent may call"),
            new Fact(CONTEXT, "data_classification", ValueType.STRING, false, "such as public or confidential"),
            new Fact(CONTEXT, "region", ValueType.STRING, false, "where the data may be processed"),
            new Fact(CONTEXT, "attributes", ValueType.MAP, true, "all of the context as it was sent, without types"),
            new Fact(
                    USAGE,
                    "tenant_requests_last_minute",
                    ValueType.INT,
                    true,
                    "requests of this tenant in the last 60 s that this instance has seen, this one included"),
            new Fact(
                    USAGE,
                    "agent_requests_last_minute",
                    ValueType.INT,
                    true,
                    "requests of this agent in the last 60 s that this instance has seen, this one included"));

    private FactCatalog() {}

    /** All facts, in the order of the documentation. */
    public static List<Fact> all() {
        return ALL;
    }

    /** The facts of one scope, in the order of the documentation. */
    public static List<Fact> of(String scope) {
        return ALL.stream().filter(fact -> fact.scope().equals(scope)).toList();
    }
}
