package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;

/** An inverse could not be played, or the user asked to stop before it. Never leaves the package. */
final class InverseFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AgentctlException reason;

    InverseFailedException(String message, AgentctlException reason) {
        super(message, reason);
        this.reason = reason;
    }

    AgentctlException reason() {
        return reason;
    }
}
