package io.agentctl.control.lambda;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.List;

/** What is said when somebody else changed a function. */
final class Meanwhile {

    /** How often a change is tried anew because the function moved on without a change of its content. */
    static final int ATTEMPTS = 10;

    private Meanwhile() {}

    static AgentctlException changed(FunctionName name, List<String> what) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed " + name + " meanwhile: " + String.join(", ", what),
                "Their change is left as it is. Look at it with: agentctl lambda functions " + name
                        + ", and start again.");
    }

    static AgentctlException restless(FunctionName name) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                name + " was changed by somebody else each of " + ATTEMPTS + " times that it was to be changed",
                "Try again when nothing else deploys it.");
    }
}
