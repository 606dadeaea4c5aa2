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

    private final Kind kind;
    private final Duration retryAfter;

    /**
     * Makes an exception.
     *
     * @param retryAfter when asking again makes sense; zero where that cannot be told
     * @param cause what was thrown below, or null
     */
    public BackendException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
