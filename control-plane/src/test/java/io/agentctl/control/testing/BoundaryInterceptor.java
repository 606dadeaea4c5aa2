package io.agentctl.control.testing;

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

    public BoundaryInterceptor(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        boundaries.pass("before " + name(attributes));
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        boundaries.pass("after " + name(attributes));
    }

    private static String name(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
