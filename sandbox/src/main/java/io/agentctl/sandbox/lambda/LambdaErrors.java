package io.agentctl.sandbox.lambda;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The service's refusals, with its own codes, statuses and, where they are known, its own words. */
final class LambdaErrors {
    private static final String USER = "User";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private LambdaErrors() {}

    static AwsServiceException functionNotFound(String arn) {
        return notFound("Function not found: " + arn);
    }

    static AwsServiceException aliasNotFound(String arn) {
        return notFound("Cannot find alias arn: " + arn);
    }

    private static AwsServiceException notFound(String message) {
        return refusal(ResourceNotFoundException.builder().type(USER), "ResourceNotFoundException", message, NOT_FOUND);
    }

    static AwsServiceException invalid(String message) {
        return refusal(
                InvalidParameterValueException.builder().type(USER),
                "InvalidParameterValueException",
                message,
                BAD_REQUEST);
    }

    static AwsServiceException conflict(String message) {
        return refusal(ResourceConflictException.builder().type(USER), "ResourceConflictException", message, CONFLICT);
    }

    /**
     * Somebody else was there first.
     *
     * @param operation where the present revision is found
     */
    static AwsServiceException stale(String operation) {
        return refusal(
                PreconditionFailedException.builder().type(USER),
                "PreconditionFailedException",
                "The Revision Id provided does not match the latest Revision Id. Call the " + operation
                        + " API to retrieve the latest Revision Id",
                PRECONDITION_FAILED);
    }

    static AwsServiceException notProvisioned() {
        return refusal(
                ProvisionedConcurrencyConfigNotFoundException.builder().type(USER),
                "ProvisionedConcurrencyConfigNotFoundException",
                "No Provisioned Concurrency Config found for this function",
                NOT_FOUND);
    }

    static AwsServiceException notJson(String problem) {
        return refusal(
                InvalidRequestContentException.builder().type(USER),
                "InvalidRequestContentException",
                "Could not parse request body into json: " + problem,
                BAD_REQUEST);
    }

    static AwsServiceException tooLarge(int size, String invocationType, int limit) {
        return refusal(
                RequestTooLargeException.builder().type(USER),
                "RequestTooLargeException",
                "%d byte payload is too large for the %s invocation type (limit %d bytes)"
                        .formatted(size, invocationType, limit),
                TOO_LARGE);
    }

    static AwsServiceException throttled(ThrottleReason reason) {
        return refusal(
                TooManyRequestsException.builder().type(USER).reason(reason).retryAfterSeconds("1"),
                "TooManyRequestsException",
                "Rate Exceeded.",
                TOO_MANY);
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder builder, String code, String message, int status) {
        return builder.message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("lambda")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
