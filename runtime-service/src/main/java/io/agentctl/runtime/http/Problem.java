package io.agentctl.runtime.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Why a request has no result (RFC 9457).
 *
 * @param kind what kind of problem it is, stable, for machines: the last part of the {@code type}
 * @param retryAfter seconds until asking again makes sense; 0 where that cannot be told
 * @param members more members of the document, as JSON values
 */
public record Problem(
        Kind kind, int status, String title, String detail, int retryAfter, SequencedMap<String, Object> members) {

    /** The kinds of problems, with the status that most have. */
    public enum Kind {
        NOT_AUTHENTICATED(401, "a bearer token is needed"),
        NOT_FOUND(404, "there is nothing at this path"),
        METHOD_NOT_ALLOWED(405, "this method is not allowed here"),
        UNSUPPORTED_MEDIA_TYPE(415, "the body must be application/json"),
        TOO_LARGE(413, "the body is too large"),
        TIMED_OUT(408, "the request did not arrive in time"),
        BAD_REQUEST(400, "the request cannot be understood"),
        BAD_FRAMING(400, "where the body ends cannot be told"),
        UNKNOWN_INTENT(422, "nothing carries out this intent"),
        GOVERNANCE_UNAVAILABLE(503, "whoever decides cannot be asked"),
        DENIED(403, "a policy denies the request"),
        OVERLOADED(503, "too many requests are under way"),
        BACKEND(502, "the back end gave no answer"),
        INTERNAL(500, "the runtime failed");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        /** Whether what is left of such a request cannot be told from the next one. */
        boolean endsConnection() {
            return this == TOO_LARGE || this == TIMED_OUT || this == BAD_FRAMING;
        }

        /** As it ends the {@code type} and labels metrics: {@code unknown-intent}. */
        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Problem of(Kind kind, String detail) {
        return new Problem(kind, kind.status, kind.title, detail, 0, new LinkedHashMap<>());
    }

    /** A problem at a place of the body. */
    static Problem at(Kind kind, String pointer, String detail) {
        return of(kind, detail).with("pointer", pointer);
    }

    Problem withStatus(int other) {
        return new Problem(kind, other, title, detail, retryAfter, members);
    }

    Problem retryAfter(int seconds) {
        return new Problem(kind, status, title, detail, seconds, members);
    }

    Problem with(String name, Object value) {
        SequencedMap<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(kind, status, title, detail, retryAfter, more);
    }
}
