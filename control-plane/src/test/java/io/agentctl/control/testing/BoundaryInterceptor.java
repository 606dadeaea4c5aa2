package io.agentctl.control.testing;

import java.util.function.Predicate;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Gives every attempt at an AWS call a boundary before it is sent and after it was answered; hand it to
 * {@link io.agentctl.control.aws.AwsClients} among those that watch.
 */
public final class BoundaryInterceptor implements ExecutionInterceptor {

    private final Boundaries boundaries;
    private final Predicate<String> counted;

    public BoundaryInterceptor(Boundaries boundaries) {
        this(boundaries, operation -> true);
    }

    private BoundaryInterceptor(Boundaries boundaries, Predicate<String> counted) {
        this.boundaries = boundaries;
        this.counted = counted;
    }

    /** Counts only calls that change something: how often a program looks while it waits differs from run to run. */
    public static BoundaryInterceptor ofChanges(Boundaries boundaries) {
        return ofChanges(boundaries, operation -> true);
    }

    /** The same, but for some: how often a function is invoked differs from run to run too. */
    public static BoundaryInterceptor ofChanges(Boundaries boundaries, Predicate<String> counted) {
        return new BoundaryInterceptor(
                boundaries, operation -> counted.test(operation) && !operation.matches("(Describe|List|Get|Query).*"));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        pass("before ", attributes);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        pass("after ", attributes);
    }

    private void pass(String when, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (counted.test(operation)) {
            boundaries.pass(when + attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + " " + operation);
        }
    }
}
