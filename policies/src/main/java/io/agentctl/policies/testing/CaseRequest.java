package io.agentctl.policies.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyTest;
import io.agentctl.policies.fact.Arrival;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.fact.FactsReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the request that a case describes, with what it leaves out filled in, so that a case means the same every day.
 */
public final class CaseRequest {

    /** When a case takes place that does not say when: a Monday at noon. */
    static final Instant DEFAULT_TIME = Instant.parse("2026-01-05T12:00:00Z");

    /** Where a case takes place that does not say where, of a policy that speaks about every environment. */
    public static final String DEFAULT_ENVIRONMENT = "production";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseRequest() {}

    static String environment(PolicyDocument document, PolicyTest test) {
        List<String> environments = document.match().environments();
        String first = environments.isEmpty() ? DEFAULT_ENVIRONMENT : environments.getFirst();
        return test.input().get("environment") instanceof String stated ? stated : first;
    }

    /**
     * The facts of a case.
     *
     * @throws io.agentctl.policies.fact.FactTypeException if a declared fact has another type
     */
    static Facts facts(PolicyDocument document, PolicyTest test) {
        return facts(test.input(), environment(document, test), DEFAULT_TIME);
    }

    /**
     * The facts of a request that is written down as a case's input is.
     *
     * @param environment where it arrives
     * @param time when it arrives, unless the input says when
     * @throws io.agentctl.policies.fact.FactTypeException if a declared fact has another type
     */
    public static Facts facts(Map<String, Object> input, String environment, Instant time) {
        Map<String, Object> context = members(input.get("context"));
        String intent = String.valueOf(input.get("intent"));
        Arrival arrival = new Arrival(
                intent,
                environment,
                time(input.get("time"), time),
                input.get("size") instanceof Number stated ? stated.intValue() : size(intent, context),
                Optional.ofNullable(input.get("caller")).map(String::valueOf));
        return FactsReader.read(arrival, context, members(input.get("usage")));
    }

    private static Instant time(Object stated, Instant usual) {
        if (stated == null) {
            return usual;
        }
        return stated instanceof Instant instant
                ? instant
                : OffsetDateTime.parse(String.valueOf(stated)).toInstant();
    }

    /** What the body takes that says just this. */
    private static int size(String intent, Map<String, Object> context) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("intent", intent);
        body.put("context", context);
        try {
            return JSON.writeValueAsBytes(body).length;
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("the context of a case is JSON", notJson);
        }
    }

    private static Map<String, Object> members(Object stated) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (stated instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }
}
