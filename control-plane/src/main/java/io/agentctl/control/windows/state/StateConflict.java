package io.agentctl.control.windows.state;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;

/** The refusal that every store gives in the same words. */
final class StateConflict {

    private StateConflict() {}

    static AgentctlException of(ServiceState state) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "what is remembered of " + state.service() + " was written by somebody else in the meantime",
                "Look at it with: agentctl windows status, and try again.");
    }
}
