package io.agentctl.runtime.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.serving.DecisionAnswer;
import io.agentctl.runtime.backend.Backend;
import io.agentctl.runtime.backend.BackendCall;
import io.agentctl.runtime.backend.BackendException;
import io.agentctl.runtime.backend.BackendSettings;
import io.agentctl.runtime.backend.Span;
import io.agentctl.runtime.dispatch.Decider;
import io.agentctl.runtime.dispatch.UndecidedException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the governance function, each time: which of its answers may be kept, only the policies know, and they are with
 * it. Thread-safe.
 */
public final class FunctionDecider implements Decider {

    /** How {@code /health} and metrics call the function, and how a back end cannot be called beside it. */
    public static final String NAME = "governance";

    /**
     * The settings of back ends that are others here. Deciding twice is the same as once, so that a lost answer is
     * asked for again; new environments of a function take a second or two to start.
     */
    static final Map<String, String> USUAL =
            Map.of("timeout", "5s", "bulkhead", "256", "retries", "1", "idempotent", "true");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;

    private final Backend function;
    private volatile PolicyState state = new PolicyState(
            true, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Decides by a function as {@link #settings} describe it. */
    public FunctionDecider(Backend function) {
        this.function = function;
    }

    /**
     * Reads the settings of the function; what is absent is as usual for it.
     *
     * @param target {@code lambda:NAME[:ALIAS]}
     * @throws io.agentctl.runtime.backend.SettingsException with every problem that there is
     */
    public static BackendSettings settings(String target, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(USUAL);
        all.putAll(values);
        return BackendSettings.read(NAME, target, all);
    }

    @Override
    public Decision decide(Facts facts, String id, Instant deadline) throws UndecidedException {
        byte[] question = question(facts, id);
        try {
            byte[] answer = function.call(new BackendCall(facts.intent(), question, Span.NONE, Map.of(), deadline))
                    .json();
            return read(JSON.readTree(answer));
        } catch (BackendException failed) {
            throw undecided(failed.getMessage(), failed.retryAfter(), failed);
        } catch (IOException | IllegalArgumentException unusable) {
            throw undecided(
                    "The governance function answered what is no decision: " + unusable.getMessage(),
                    Duration.ZERO,
                    unusable);
        }
    }

    private static byte[] question(Facts facts, String id) {
        Map<String, Object> arrival = new LinkedHashMap<>();
        arrival.put("id", id);
        arrival.put("size", facts.request().get("size"));
        arrival.put("usage", facts.usage());
        if (facts.request().containsKey("caller")) {
            arrival.put("caller", facts.request().get("caller"));
        }
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "intent", facts.intent(),
                    "context", facts.context().get("attributes"),
                    "environment", facts.request().get("environment"),
                    "arrival", arrival));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read from JSON can be written", impossible);
        }
    }

    private Decision read(JsonNode answer) throws UndecidedException {
        if (answer.path("status").intValue() == BAD_REQUEST) {
            throw undecided(
                    "The governance function does not take the request: "
                            + answer.path("pointer").asText("") + " "
                            + answer.path("detail").asText(""),
                    Duration.ZERO,
                    null);
        }
        Decision decision = DecisionAnswer.read(answer);
        JsonNode policies = answer.path("policies");
        state = new PolicyState(
                true,
                decision.generation(),
                policies.path("count").intValue(),
                Optional.empty(),
                instant(policies, "checkedAt"),
                instant(policies, "unreachableSince"),
                Optional.ofNullable(policies.path("problem").textValue()),
                Optional.empty());
        return decision;
    }

    private static Optional<Instant> instant(JsonNode policies, String member) {
        try {
            return Optional.ofNullable(policies.path(member).textValue()).map(Instant::parse);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(member + " is no time", none);
        }
    }

    private UndecidedException undecided(String message, Duration retryAfter, Throwable cause) {
        PolicyState before = state;
        state = new PolicyState(
                true,
                before.generation(),
                before.policies(),
                before.since(),
                before.checkedAt(),
                before.unreachableSince(),
                Optional.of(message),
                before.trial());
        return new UndecidedException(message, retryAfter, cause);
    }

    /**
     * What the function said last of its policies. Counts as loaded from the start: a function that fails makes no
     * runtime unready, as no back end does, and the next request may find it well.
     */
    PolicyState state() {
        return state;
    }
}
