package io.agentctl.sandbox.logs;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The service's refusals with its own codes. */
final class LogsErrors {
    private static final int BAD_REQUEST = 400;

    private LogsErrors() {}

    static AwsServiceException noGroup() {
        return refusal(
                ResourceNotFoundException.builder(),
                "ResourceNotFoundException",
                "The specified log group does not exist.");
    }

    static AwsServiceException noStream() {
        return refusal(
                ResourceNotFoundException.builder(),
                "ResourceNotFoundException",
                "The specified log stream does not exist.");
    }

    static AwsServiceException exists(String what) {
        return refusal(
                ResourceAlreadyExistsException.builder(),
                "ResourceAlreadyExistsException",
                "The specified " + what + " already exists");
    }

    static AwsServiceException invalid(String message) {
        return refusal(InvalidParameterException.builder(), "InvalidParameterException", message);
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, String code, String message) {
        return builder.message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("logs")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
