package io.agentctl.runtime.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends answers. Once the runtime drains, each closes its connection, so that callers go elsewhere. */
final class Responses {

    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
    private static final Header PROBLEM =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");

    private final AtomicBoolean draining = new AtomicBoolean();

    /** From here on connections are closed with their next answer. */
    void drain() {
        draining.set(true);
    }

    boolean draining() {
        return draining.get();
    }

    void result(ServerResponse response, byte[] body, Progress progress) {
        progress.answered(Status.OK_200.code(), "");
        identify(response, progress);
        send(response, JSON, body);
    }

    void problem(ServerResponse response, Problem problem, Progress progress) {
        progress.answered(problem.status(), problem.kind().slug());
        identify(response, progress);
        problem(response, problem, progress.requestId());
    }

    void problem(ServerResponse response, Problem problem, String requestId) {
        if (problem.retryAfter() > 0) {
            response.header(HeaderNames.RETRY_AFTER, Integer.toString(problem.retryAfter()));
        }
        if (problem.kind().endsConnection()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.status(Status.create(problem.status()));
        send(response, PROBLEM, Answers.problem(problem, requestId));
    }

    void json(ServerResponse response, Status status, byte[] body) {
        response.status(status);
        send(response, JSON, body);
    }

    void text(ServerResponse response, String type, byte[] body) {
        send(response, HeaderValues.create(HeaderNames.CONTENT_TYPE, type), body);
    }

    private static void identify(ServerResponse response, Progress progress) {
        response.header(HeaderValues.create(Progress.REQUEST_ID, progress.requestId()));
        response.header(HeaderValues.create(Progress.TRACEPARENT, progress.traceparent()));
    }

    private void send(ServerResponse response, Header type, byte[] body) {
        if (draining.get()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.header(type);
        response.send(body);
    }
}
