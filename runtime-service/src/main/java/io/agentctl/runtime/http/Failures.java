package io.agentctl.runtime.http;

import io.agentctl.runtime.http.Problem.Kind;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** What callers are told of exceptions that the server throws while a request is read. */
final class Failures {

    private Failures() {}

    /** The problem; empty if the server did not throw it on purpose. */
    static Optional<Problem> problem(RuntimeException failure) {
        if (isTimeout(failure)) {
            return Optional.of(Problem.of(Kind.TIMED_OUT, "the body did not arrive in time"));
        }
        return switch (failure) {
            case RequestException refused -> Optional.of(problem(refused.status(), refused.getMessage()));
            case HttpException refused -> Optional.of(problem(refused.status(), refused.getMessage()));
            default -> Optional.empty();
        };
    }

    /** The problem that goes with a status of the server's own. */
    static Problem problem(Status status, String message) {
        String detail = message == null ? status.reasonPhrase() : message;
        Kind kind =
                switch (status.code()) {
                    case 404 -> Kind.NOT_FOUND;
                    case 405 -> Kind.METHOD_NOT_ALLOWED;
                    case 408 -> Kind.TIMED_OUT;
                    case 413 -> Kind.TOO_LARGE;
                    case 415 -> Kind.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> Kind.OVERLOADED;
                    default -> status.code() < 500 ? Kind.BAD_REQUEST : Kind.INTERNAL;
                };
        return Problem.of(kind, kind == Kind.INTERNAL ? "the log says more" : detail)
                .withStatus(status.code());
    }

    /** A failure for a log. */
    static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Whether the caller has gone, so that nobody can be told anything. */
    static boolean isGone(RuntimeException failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof CloseConnectionException
                || failure instanceof ServerConnectionException
                || failure instanceof DataReader.InsufficientDataAvailableException;
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
