package io.agentctl.plane.http;

import io.agentctl.plane.identity.Caller;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** {@code /v1/session} where nobody signs in: whoever calls from this machine, and may do all. */
record LocalSession(Gate gate) {

    private static final int OK = 200;

    void show(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        Answers.record(
                response,
                OK,
                new SessionHandlers.View(
                        caller.name(), caller.roles(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
