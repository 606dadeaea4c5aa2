package io.agentctl.runtime.backend;

import io.agentctl.runtime.backend.BackendException.Repeat;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK throws, in a back end's terms. */
final class AwsFailures {

    private static final int UNAVAILABLE = 503;

    private final String backend;
    private final Set<String> rejections;

    /**
     * Makes a translator.
     *
     * @param rejections error codes that speak of the request's content, and would come again
     */
    AwsFailures(String backend, Set<String> rejections) {
        this.backend = backend;
        this.rejections = rejections;
    }

    BackendException translate(SdkException failure) {
        return failure instanceof AwsServiceException answered ? answered(answered) : unanswered(failure);
    }

    private BackendException answered(AwsServiceException failure) {
        String code = failure.awsErrorDetails() == null
                ? ""
                : failure.awsErrorDetails().errorCode();
        String message = "The back end %s answered %d %s"
                .formatted(backend, failure.statusCode(), code == null ? "" : code)
                .strip();
        if (code != null && rejections.contains(code)) {
            return BackendException.rejected(message, failure);
        }
        if (failure.isThrottlingException() || failure.statusCode() == UNAVAILABLE) {
            return BackendException.overloaded(message, Duration.ZERO, failure);
        }
        boolean itsFault = failure.statusCode() >= 500;
        return BackendException.failed(message, itsFault ? Repeat.IF_IDEMPOTENT : Repeat.NEVER, failure);
    }

    private BackendException unanswered(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The SDK's Apache client wraps the timeouts of connecting in a class of its own, by which it is known
            // here.
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause.getClass().getSimpleName().equals("ConnectTimeoutException")) {
                return BackendException.failed(
                        "The back end %s cannot be reached".formatted(backend), Repeat.SAFE, failure);
            }
            if (cause instanceof SocketTimeoutException) {
                return BackendException.late(
                        "The back end %s did not answer in time".formatted(backend), Repeat.IF_IDEMPOTENT, failure);
            }
        }
        return BackendException.failed(
                "The call to the back end %s broke".formatted(backend), Repeat.IF_IDEMPOTENT, failure);
    }
}
