package io.agentctl.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.serving.DecisionAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What callers get: one JSON object, with the status that the runtime would have answered. */
final class Answers {

    private static final int SCHEMA_VERSION = 1;
    private static final int ALLOWED = 200;
    private static final int DENIED = 403;
    private static final int BAD_REQUEST = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /**
     * A decision.
     *
     * @param micros what deciding took
     * @param now tells how old is what is known of the policies in force
     */
    static byte[] decision(
            String id,
            String environment,
            Decision decision,
            long micros,
            HeldPolicies.Standing standing,
            Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("status", decision.allowed() ? ALLOWED : DENIED);
        json.put("id", id);
        json.put("environment", environment);
        json.putAll(DecisionAnswer.write(decision));
        json.put("micros", micros);
        json.put("policies", policies(standing, now));
        return bytes(json);
    }

    private static Map<String, Object> policies(HeldPolicies.Standing standing, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "count",
                standing.loaded().map(one -> one.set().policies().size()).orElse(0));
        standing.checkedAt().ifPresent(checked -> {
            json.put("checkedAt", checked.toString());
            json.put("ageMillis", Duration.between(checked, now).toMillis());
        });
        standing.unreachableSince().ifPresent(since -> json.put("unreachableSince", since.toString()));
        standing.problem().ifPresent(problem -> json.put("problem", problem));
        return json;
    }

    /** A payload that cannot be understood: the runtime's {@code bad-request}. */
    static byte[] problem(String pointer, String detail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "https://agentctl.io/problems/bad-request");
        json.put("title", "the request cannot be understood");
        json.put("status", BAD_REQUEST);
        json.put("detail", detail);
        json.put("pointer", pointer);
        return bytes(json);
    }

    private static byte[] bytes(Map<String, Object> json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, texts and numbers can be written", impossible);
        }
    }
}
