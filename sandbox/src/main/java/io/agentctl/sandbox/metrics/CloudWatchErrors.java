package io.agentctl.sandbox.metrics;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** The service's refusals with its own codes. */
final class CloudWatchErrors {
    private static final int BAD_REQUEST = 400;

    private CloudWatchErrors() {}

    static AwsServiceException validation(String message) {
        return refusal(CloudWatchException.builder(), "ValidationError", message);
    }

    static AwsServiceException invalidValue(String message) {
        return refusal(InvalidParameterValueException.builder(), "InvalidParameterValue", message);
    }

    static AwsServiceException invalidCombination(String message) {
        return refusal(InvalidParameterCombinationException.builder(), "InvalidParameterCombination", message);
    }

    static AwsServiceException notFound(String message) {
        return refusal(ResourceNotFoundException.builder(), "ResourceNotFoundException", message);
    }

    static AwsServiceException missing(String parameter) {
        return refusal(
                MissingRequiredParameterException.builder(),
                "MissingParameter",
                "The parameter " + parameter + " is required.");
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, String code, String message) {
        return builder.message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("monitoring")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
