package io.agentctl.policies;

/** A failure over policies, other than findings in a document, which are data ({@code Diagnostic}). */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; whoever offers policies to users maps it to a code of its own. */
    public enum Kind {
        /** A policy, version or environment that was asked for does not exist. */
        NOT_FOUND,
        /** Somebody else changed what this change was based on; the message names who and when. */
        CONFLICT,
        /** A document was refused; the message holds every finding. */
        BAD_DOCUMENT,
        /** A signature is missing or wrong. */
        NOT_TRUSTED,
        /** The store cannot be reached, or refuses for now. */
        UNREACHABLE
    }

    private final Kind kind;
    private final String advice;

    /**
     * Makes an exception.
     *
     * @param message what went wrong, on which policy
     * @param advice what to do next, or an empty string
     * @param cause what was thrown below, or null
     */
    public PolicyException(Kind kind, String message, String advice, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.advice = advice;
    }

    public Kind kind() {
        return kind;
    }

    /** What to do next; empty where nothing sensible can be said. */
    public String advice() {
        return advice;
    }
}
