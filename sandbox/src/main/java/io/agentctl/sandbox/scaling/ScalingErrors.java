package io.agentctl.sandbox.scaling;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

/** The service's refusals with its own codes. */
final class ScalingErrors {
    private static final int BAD_REQUEST = 400;

    private ScalingErrors() {}

    static AwsServiceException validation(String message) {
        return refusal(ValidationException.builder(), "ValidationException", message);
    }

    static AwsServiceException notFound(String message) {
        return refusal(ObjectNotFoundException.builder(), "ObjectNotFoundException", message);
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, String code, String message) {
        return builder.message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("application-autoscaling")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
