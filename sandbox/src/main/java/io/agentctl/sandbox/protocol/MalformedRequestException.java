package io.agentctl.sandbox.protocol;

/** A request whose body does not fit the operation's shape; AWS calls it a {@code SerializationException}. */
public final class MalformedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what did not fit.
     *
     * @param message what was expected where
     * @param cause the parser's complaint, or null
     */
    public MalformedRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
