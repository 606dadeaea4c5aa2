package io.agentctl.sandbox.function;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An event for a function's code.
 *
 * @param code what runs
 * @param variables the function's environment
 * @param function the function's name
 * @param version which of its versions is invoked
 * @param arn what was invoked
 * @param requestId the invocation's id
 * @param payload the event
 * @param memory MB
 * @param timeout when it is stopped
 */
public record CodeInvocation(
        FunctionCode code,
        Map<String, String> variables,
        String function,
        String version,
        String arn,
        String requestId,
        SdkBytes payload,
        int memory,
        Duration timeout) {
    /** Copies. */
    public CodeInvocation {
        variables = Map.copyOf(variables);
    }
}
