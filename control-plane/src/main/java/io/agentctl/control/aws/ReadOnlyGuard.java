package io.agentctl.control.aws;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Refuses every operation that is not known to read. The list is of verbs that read, so that an operation of a kind not
 * thought of is refused rather than let through.
 */
final class ReadOnlyGuard implements ExecutionInterceptor {

    private static final Set<String> READING_VERBS =
            Set.of("Describe", "List", "Get", "BatchGet", "Query", "Scan", "TransactGet", "Search", "Filter");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!reads(operation)) {
            throw new AgentctlException(
                    ErrorCode.READ_ONLY,
                    "refused " + operation + ": this would change something, and --read-only is on",
                    "Leave out --read-only (or unset AGENTCTL_READ_ONLY) to change things.");
        }
    }

    static boolean reads(String operation) {
        return READING_VERBS.stream()
                .anyMatch(verb -> operation.startsWith(verb)
                        && (operation.length() == verb.length()
                                || Character.isUpperCase(operation.charAt(verb.length()))));
    }
}
