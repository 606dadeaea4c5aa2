package io.agentctl.runtime.http;

import io.agentctl.runtime.backend.BackendHealth;
import io.agentctl.runtime.backend.BackendHealth.Circuit;
import io.agentctl.runtime.policy.PolicyState;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How the runtime is. Alive: it answers. Started: policies were loaded once. Ready: that, and it does not drain. A
 * store that is gone or a back end that fails makes nobody unready: the last good policies decide, and other intents
 * work.
 */
final class HealthHandlers {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Supplier<PolicyState> policies;
    private final Supplier<List<BackendHealth>> backends;
    private final Responses responses;
    private final InstantSource clock;
    private final Map<String, Object> identity;

    /**
     * Makes handlers.
     *
     * @param identity members that every answer starts with
     */
    HealthHandlers(
            Supplier<PolicyState> policies,
            Supplier<List<BackendHealth>> backends,
            Responses responses,
            InstantSource clock,
            Map<String, Object> identity) {
        this.policies = policies;
        this.backends = backends;
        this.responses = responses;
        this.clock = clock;
        this.identity = Map.copyOf(identity);
    }

    void live(ServerRequest request, ServerResponse response) {
        answer(response, true, new LinkedHashMap<>());
    }

    void started(ServerRequest request, ServerResponse response) {
        PolicyState state = policies.get();
        answer(response, state.loaded(), withPolicies(state));
    }

    void ready(ServerRequest request, ServerResponse response) {
        PolicyState state = policies.get();
        Map<String, Object> body = withPolicies(state);
        body.put("draining", responses.draining());
        answer(response, isReady(state), body);
    }

    void all(ServerRequest request, ServerResponse response) {
        PolicyState state = policies.get();
        Map<String, Object> body = new LinkedHashMap<>(identity);
        body.putAll(withPolicies(state));
        body.put("draining", responses.draining());
        body.put(
                "backends", backends.get().stream().map(HealthHandlers::backend).toList());
        answer(response, isReady(state), body);
    }

    private boolean isReady(PolicyState state) {
        return state.loaded() && !responses.draining();
    }

    private Map<String, Object> withPolicies(PolicyState state) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("loaded", state.loaded());
        policy.put("generation", state.generation());
        policy.put("count", state.policies());
        state.since().ifPresent(since -> {
            policy.put("since", since.toString());
            policy.put("ageSeconds", seconds(since));
        });
        state.checkedAt().ifPresent(checked -> policy.put("checkedAt", checked.toString()));
        state.unreachableSince().ifPresent(since -> {
            policy.put("storeUnreachableSince", since.toString());
            policy.put("storeUnreachableSeconds", seconds(since));
        });
        state.problem().ifPresent(problem -> policy.put("problem", problem));
        state.trial().ifPresent(trial -> policy.put("trial", trial));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("policies", policy);
        return body;
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toNanos() / NANOS_PER_SECOND;
    }

    private static Map<String, Object> backend(BackendHealth health) {
        Map<String, Object> backend = new LinkedHashMap<>();
        backend.put("name", health.name());
        backend.put("circuit", health.circuit().name().toLowerCase(Locale.ROOT));
        backend.put("healthy", health.circuit() == Circuit.CLOSED);
        backend.put("inFlight", health.inFlight());
        health.lastError().ifPresent(error -> backend.put("lastError", error));
        health.lastErrorAt().ifPresent(at -> backend.put("lastErrorAt", at.toString()));
        return backend;
    }

    private void answer(ServerResponse response, boolean up, Map<String, Object> body) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", up ? "UP" : "DOWN");
        document.putAll(body);
        responses.json(response, up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503, Answers.json(document));
    }
}
