package io.agentctl.sandbox.signals;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.applicationsignals.model.ConflictException;
import software.amazon.awssdk.services.applicationsignals.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationsignals.model.ValidationException;

/** The service's refusals with its own codes and statuses. */
final class SignalsErrors {
    private static final int BAD_REQUEST = 400;
    private static final int ABSENT = 404;
    private static final int CONFLICT = 409;

    private SignalsErrors() {}

    static AwsServiceException notFound(String id) {
        return refusal(
                ResourceNotFoundException.builder().resourceType("SLO").resourceId(id),
                "ResourceNotFoundException",
                "The SLO with id " + id + " was not found.",
                ABSENT);
    }

    static AwsServiceException exists(String name) {
        return refusal(
                ConflictException.builder(),
                "ConflictException",
                "An SLO with the name " + name + " already exists.",
                CONFLICT);
    }

    static AwsServiceException invalid(String message) {
        return refusal(ValidationException.builder(), "ValidationException", message, BAD_REQUEST);
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder builder, String code, String message, int status) {
        return builder.message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("application-signals")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
