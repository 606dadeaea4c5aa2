package io.agentctl.control.aws;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The way to one AWS API: at most so many calls in flight, and failures translated. Throttling is a matter of the API,
 * so gateways on the same API share one of these.
 */
public final class ApiCalls {

    private final Semaphore inFlight;

    public ApiCalls(int mostInFlight) {
        this.inFlight = new Semaphore(mostInFlight);
    }

    /**
     * Makes a call when there is room for it.
     *
     * @param doing what it is for, to follow "could not", such as {@code describe service api}
     * @throws AgentctlException with a code that tells throttling, permission, reachability and refusal apart
     */
    public <T> T call(String doing, Supplier<T> call) {
        try {
            inFlight.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentctlException(
                    ErrorCode.INTERRUPTED, "interrupted before it could " + doing, "", null, interrupted);
        }
        try {
            return call.get();
        } catch (SdkException failure) {
            throw AwsErrors.translate(doing, failure);
        } finally {
            inFlight.release();
        }
    }
}
