package io.agentctl.plane.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;

/** The errors of two who want one run. */
final class RunConflict {

    private RunConflict() {}

    static AgentctlException of(Run run) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "run " + run.id() + " was written by another instance: this one was given up for lost",
                "Ask again: the other instance has gone on with it.");
    }

    static AgentctlException otherRequest(RunId id) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "this idempotency key was used for another request, " + id,
                "Make a new key for each new request.");
    }
}
