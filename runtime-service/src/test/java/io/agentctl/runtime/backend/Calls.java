package io.agentctl.runtime.backend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Requests for the tests, with the deadline a minute away unless a test says otherwise. */
final class Calls {

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private Calls() {}

    static BackendCall of(String intent, String context) {
        return within(intent, context, Duration.ofMinutes(1));
    }

    static BackendCall within(String intent, String context, Duration time) {
        String before = "{\"intent\":\"" + intent + "\",\"context\":";
        byte[] body = (before + context + "}").getBytes(StandardCharsets.UTF_8);
        return new BackendCall(
                intent,
                body,
                new Span(before.length(), body.length - 1),
                Map.of("traceparent", TRACE, "x-request-id", "request-1"),
                Instant.now().plus(time));
    }

    static String text(BackendAnswer answer) {
        return new String(answer.json(), StandardCharsets.UTF_8);
    }
}
