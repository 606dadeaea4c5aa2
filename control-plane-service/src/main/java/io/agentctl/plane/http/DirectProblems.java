package io.agentctl.plane.http;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** Answers for requests that are refused before there is anything to route: as problems, like all others. */
final class DirectProblems implements DirectHandler {

    private static final int SERVER_FAULT = 500;

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
        boolean theirs = defaultStatus.code() < SERVER_FAULT;
        AgentctlException failure = new AgentctlException(
                theirs ? ErrorCode.USAGE : ErrorCode.BUG,
                theirs ? "this is no request that could be answered: " + defaultStatus.reasonPhrase() : "it failed",
                theirs ? "See /openapi.json." : "The log says more.");
        headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, Answers.PROBLEM));
        return TransportResponse.builder()
                .status(defaultStatus)
                .headers(headers)
                .keepAlive(false)
                .entity(Answers.bytes(Answers.tree(failure, defaultStatus.code())))
                .build();
    }
}
