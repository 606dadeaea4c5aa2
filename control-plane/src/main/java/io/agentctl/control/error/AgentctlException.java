package io.agentctl.control.error;

import java.util.Optional;

/**
 * The one exception type: what went wrong and on which resource in the message, what to do next in the advice, and the
 * AWS request id where there is one. Static factories beside the capabilities name the failures.
 */
public final class AgentctlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String advice;
    private final String requestId;

    public AgentctlException(ErrorCode code, String message, String advice) {
        this(code, message, advice, null, null);
    }

    /**
     * Makes an exception.
     *
     * @param advice what to do next, or an empty string
     * @param requestId the AWS request id, or null
     * @param cause what AWS or the system threw, or null
     */
    public AgentctlException(ErrorCode code, String message, String advice, String requestId, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = advice;
        this.requestId = requestId;
    }

    /**
     * A document that a later version wrote: to read it would lose what this version does not know of.
     *
     * @param source where it is, for the message
     * @param schemaVersion that it has
     * @param most the highest that is read
     */
    public static AgentctlException newerDocument(String source, int schemaVersion, int most) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                source + " was written by a newer agentctl (schemaVersion " + schemaVersion + "; this one reads up to "
                        + most + ")",
                "Upgrade this agentctl to the version that wrote it, or a later one.");
    }

    /** What kind of failure this is. */
    public ErrorCode code() {
        return code;
    }

    /** What to do next; empty where nothing sensible can be said. */
    public String advice() {
        return advice;
    }

    /** The request id that AWS support asks for. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
