package io.agentctl.runtime.http;

import io.agentctl.runtime.http.Problem.Kind;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Knows who calls, where bearer tokens are configured. */
final class Callers {

    private final Optional<Tokens> tokens;

    Callers(Optional<Tokens> tokens) {
        this.tokens = tokens;
    }

    /** Who calls; empty where anybody may. */
    Optional<String> caller(ServerRequest request) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> caller =
                request.headers().first(HeaderNames.AUTHORIZATION).flatMap(tokens.get()::caller);
        if (caller.isEmpty()) {
            throw new ProblemException(
                    Problem.of(Kind.NOT_AUTHENTICATED, "the Authorization header bears no known token"));
        }
        return caller;
    }
}
