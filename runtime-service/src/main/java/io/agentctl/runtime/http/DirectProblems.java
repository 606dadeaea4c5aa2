package io.agentctl.runtime.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** Answers for requests that are refused before there is anything to route: as problems, like all others. */
final class DirectProblems implements DirectHandler {

    /** These answers for every kind of event. */
    static DirectHandlers handlers() {
        DirectHandlers.Builder builder = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            builder.addHandler(type, new DirectProblems());
        }
        return builder.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType eventType,
            Status defaultStatus,
            ServerResponseHeaders headers,
            String message) {
        Problem problem = Failures.problem(defaultStatus, message);
        headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/problem+json"));
        return TransportResponse.builder()
                .status(defaultStatus)
                .headers(headers)
                .keepAlive(false)
                .entity(Answers.problem(problem, ""))
                .build();
    }
}
