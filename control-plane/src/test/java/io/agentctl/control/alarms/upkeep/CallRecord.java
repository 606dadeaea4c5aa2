package io.agentctl.control.alarms.upkeep;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** What was called. */
final class CallRecord implements ExecutionInterceptor {

    private final List<String> operations = new ArrayList<>();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        synchronized (operations) {
            operations.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }
    }

    /** All since it was last asked for what changes something. */
    List<String> all() {
        synchronized (operations) {
            return List.copyOf(operations);
        }
    }

    /** What was called since it was last asked that may change something. */
    List<String> changing() {
        synchronized (operations) {
            List<String> changing = operations.stream()
                    .filter(operation -> !operation.matches("(Describe|List|Get)[A-Z].*"))
                    .toList();
            operations.clear();
            return changing;
        }
    }
}
