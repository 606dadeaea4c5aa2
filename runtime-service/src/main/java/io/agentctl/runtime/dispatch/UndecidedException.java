package io.agentctl.runtime.dispatch;

import java.time.Duration;

/** Whoever decides could not be asked; nothing was dispatched. */
public final class UndecidedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Makes an exception.
     *
     * @param retryAfter when asking again makes sense; zero where that cannot be told
     * @param cause what was thrown below, or null
     */
    public UndecidedException(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** When asking again makes sense; zero where that cannot be told. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
