package io.agentctl.control.remote;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.Optional;

/**
 * Why a run failed.
 *
 * @param code which decides the exit code
 * @param message what went wrong
 * @param advice what to do next, or empty
 * @param requestId AWS's, where there is one
 */
public record RunFailure(ErrorCode code, String message, String advice, Optional<String> requestId) {

    /** What is told of an exception. */
    public static RunFailure of(AgentctlException failure) {
        return new RunFailure(failure.code(), failure.getMessage(), failure.advice(), failure.requestId());
    }

    /** The same as the exception that it was. */
    public AgentctlException exception() {
        return new AgentctlException(code, message, advice, requestId.orElse(null), null);
    }
}
