package io.agentctl.runtime.http;

import io.agentctl.runtime.dispatch.Decided;
import io.agentctl.runtime.dispatch.Origin;
import io.agentctl.runtime.telemetry.Exchange;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is known of one request so far; belongs to the thread that handles it. */
final class Progress {

    static final HeaderName REQUEST_ID = HeaderNames.create("x-request-id");
    static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    static final HeaderName TRACESTATE = HeaderNames.create("tracestate");

    private static final int LONGEST_ID = 128;
    private static final int LONGEST_STATE = 512;

    private final long start = System.nanoTime();
    private final Instant at;
    private final TraceContext trace;
    private final String traceparent;
    private final String requestId;
    private final Optional<String> traceState;
    private Optional<String> caller = Optional.empty();
    private int size;
    private int status;
    private String problem = "";
    private Optional<Decided> decided = Optional.empty();

    Progress(Instant at, ServerRequest request) {
        this.at = at;
        Optional<String> parent = request.headers().first(TRACEPARENT);
        this.trace = TraceContext.continuing(parent);
        this.traceparent = trace.traceparent();
        this.requestId =
                request.headers().first(REQUEST_ID).filter(Progress::isId).orElse(trace.traceId());
        // Without the parent that it belongs to, a state means nothing.
        this.traceState = parent.filter(text -> text.contains(trace.traceId()))
                .flatMap(ignored -> request.headers().first(TRACESTATE))
                .filter(state -> state.length() <= LONGEST_STATE);
    }

    /** Ids end up in logs: what could not be one is not taken over. */
    private static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(character -> character > ' ' && character < 127 && character != '"');
    }

    /** Who asks, and what the back end gets. */
    Origin origin() {
        Map<String, String> passedOn = traceState.isPresent()
                ? Map.of("traceparent", traceparent, "tracestate", traceState.get(), "x-request-id", requestId)
                : Map.of("traceparent", traceparent, "x-request-id", requestId);
        return new Origin(caller, passedOn);
    }

    String requestId() {
        return requestId;
    }

    String traceparent() {
        return traceparent;
    }

    void caller(Optional<String> name) {
        caller = name;
    }

    void size(int bytes) {
        size = bytes;
    }

    void decided(Decided about) {
        decided = Optional.of(about);
    }

    void answered(int with, String kind) {
        status = with;
        problem = kind;
    }

    Exchange ended() {
        String intent = decided.map(one -> one.facts().intent()).orElse("");
        return new Exchange(
                at,
                System.nanoTime() - start,
                status,
                problem,
                intent,
                size,
                requestId,
                trace.traceId(),
                caller,
                decided);
    }
}
