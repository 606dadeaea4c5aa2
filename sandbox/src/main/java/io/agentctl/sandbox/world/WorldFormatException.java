package io.agentctl.sandbox.world;

/** A world document, or a file that it names, that cannot be used; the message says where and why. */
public final class WorldFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong, beginning with the place: {@code file:line:column: …}. */
    public WorldFormatException(String message) {
        super(message);
    }
}
