package io.agentctl.control.aws;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Holds each attempt at a call back until AWS would take it, so that a run over hundreds of services is slow rather
 * than throttled. It stands where attempts are sent: pages and retries count as AWS counts them.
 */
final class RequestPacer implements ExecutionInterceptor {

    /** Others use the account too: consoles, deployments, a second run. */
    private static final double OUR_SHARE = 0.8;

    private final ConcurrentMap<RequestRate, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private final Pause pause;

    /** Waits for a time. */
    interface Pause {
        void last(Duration wait) throws InterruptedException;
    }

    RequestPacer(LongSupplier nanos, Pause pause) {
        this.nanos = nanos;
        this.pause = pause;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        pace(
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    void pace(String service, String operation) {
        Duration wait = RequestRate.of(service, operation)
                .map(rate -> buckets.computeIfAbsent(rate, this::bucket).take())
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            return;
        }
        try {
            pause.last(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted before " + operation + " was sent", interrupted);
        }
    }

    private TokenBucket bucket(RequestRate rate) {
        return new TokenBucket(rate.burst() * OUR_SHARE, rate.perSecond() * OUR_SHARE, nanos);
    }
}
