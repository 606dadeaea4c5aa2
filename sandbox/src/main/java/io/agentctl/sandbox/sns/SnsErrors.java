package io.agentctl.sandbox.sns;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;

/** The service's refusals with its own codes. */
final class SnsErrors {
    private static final int BAD_REQUEST = 400;
    private static final int ABSENT = 404;

    private SnsErrors() {}

    static AwsServiceException noTopic() {
        return refusal(NotFoundException.builder(), "NotFound", "Topic does not exist", ABSENT);
    }

    static AwsServiceException noSubscription() {
        return refusal(NotFoundException.builder(), "NotFound", "Subscription does not exist", ABSENT);
    }

    /** A tagged resource that there is not. */
    static AwsServiceException noResource() {
        return refusal(ResourceNotFoundException.builder(), "ResourceNotFound", "Resource does not exist", ABSENT);
    }

    /** Of {@code Invalid parameter: …}. */
    static AwsServiceException invalid(String what) {
        return refusal(
                InvalidParameterException.builder(), "InvalidParameter", "Invalid parameter: " + what, BAD_REQUEST);
    }

    static AwsServiceException badValue(String message) {
        return refusal(InvalidParameterValueException.builder(), "ParameterValueInvalid", message, BAD_REQUEST);
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder builder, String code, String message, int status) {
        return builder.message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("sns")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
