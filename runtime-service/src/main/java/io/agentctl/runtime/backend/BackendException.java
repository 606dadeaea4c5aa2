package io.agentctl.runtime.backend;

import java.time.Duration;

/** A back end gave no answer. */
public final class BackendException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, and with which HTTP status the runtime says so. */
    public enum Kind {
        /** It did not answer in time. */
        TIMEOUT(504),
        /** It failed, or answered what is no JSON. */
        FAILED(502),
        /** It failed too often of late and is left alone for a while. */
        CIRCUIT_OPEN(503),
        /** As many calls as it may have are under way, or it says that it has too many. */
        OVERLOADED(503),
        /** It refuses this request: asking again would not help. */
        REJECTED(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** Whether the same request may be sent again. */
    enum Repeat {
        /** Nothing was sent, or whoever was asked said that it did nothing. */
        SAFE,
        /** It may have been carried out: only where carrying it out twice is the same as once. */
        IF_IDEMPOTENT,
        /** It would be answered in the same way. */
        NEVER
    }

    private final Kind kind;
    private final Duration retryAfter;
    private final Repeat repeat;

    /**
     * Makes an exception.
     *
     * @param retryAfter when asking again makes sense; zero where that cannot be told
     * @param cause what was thrown below, or null
     */
    public BackendException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        this(kind, message, retryAfter, Repeat.NEVER, cause);
    }

    private BackendException(Kind kind, String message, Duration retryAfter, Repeat repeat, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.repeat = repeat;
    }

    static BackendException refused(Kind kind, String message, Duration retryAfter) {
        return new BackendException(kind, message, retryAfter, Repeat.NEVER, null);
    }

    static BackendException rejected(String message, Throwable cause) {
        return new BackendException(Kind.REJECTED, message, Duration.ZERO, Repeat.NEVER, cause);
    }

    static BackendException failed(String message, Repeat repeat, Throwable cause) {
        return new BackendException(Kind.FAILED, message, Duration.ZERO, repeat, cause);
    }

    /** Somebody on the way says that the target cannot be asked for now. */
    static BackendException unavailable(String message, Duration retryAfter) {
        return new BackendException(Kind.FAILED, message, retryAfter, Repeat.SAFE, null);
    }

    static BackendException late(String message, Repeat repeat, Throwable cause) {
        return new BackendException(Kind.TIMEOUT, message, Duration.ZERO, repeat, cause);
    }

    /** It says that it has too many requests, and so did not carry this one out. */
    static BackendException overloaded(String message, Duration retryAfter, Throwable cause) {
        return new BackendException(Kind.OVERLOADED, message, retryAfter, Repeat.SAFE, cause);
    }

    public Kind kind() {
        return kind;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    Repeat repeat() {
        return repeat;
    }
}
