package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;

/** The journal cannot be written any more, so nothing may be done any more. Never leaves the package. */
final class JournalLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AgentctlException reason;

    JournalLostException(AgentctlException reason) {
        super(reason);
        this.reason = reason;
    }

    AgentctlException reason() {
        return reason;
    }
}
