package io.agentctl.sandbox.metrics;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.InvalidFormatException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** The service's refusals with its own codes. */
public final class CloudWatchErrors {
    private static final int BAD_REQUEST = 400;
    private static final int ABSENT = 404;
    private static final String NOT_FOUND = "ResourceNotFound";

    private CloudWatchErrors() {}

    /** What the service's model calls errors whose class in the SDK bears another name. */
    public static Map<String, String> shapes() {
        return Map.of(
                NOT_FOUND,
                NOT_FOUND,
                "InvalidFormat",
                "InvalidFormatFault",
                "LimitExceeded",
                "LimitExceededFault",
                "InvalidNextToken",
                "InvalidNextToken",
                "InvalidParameterInput",
                "DashboardInvalidInputError");
    }

    /** A request that breaks a rule. */
    public static AwsServiceException validation(String message) {
        return refusal(CloudWatchException.builder(), "ValidationError", message);
    }

    /** A parameter whose value makes no sense. */
    public static AwsServiceException invalidValue(String message) {
        return refusal(InvalidParameterValueException.builder(), "InvalidParameterValue", message);
    }

    static AwsServiceException invalidCombination(String message) {
        return refusal(InvalidParameterCombinationException.builder(), "InvalidParameterCombination", message);
    }

    static AwsServiceException notFound(String message) {
        return refusal(ResourceNotFoundException.builder(), "ResourceNotFoundException", message, ABSENT);
    }

    /** A parameter that is needed. */
    public static AwsServiceException missing(String parameter) {
        return refusal(
                MissingRequiredParameterException.builder(),
                "MissingParameter",
                "The parameter " + parameter + " is required.");
    }

    /** An alarm that there is not. */
    public static AwsServiceException noAlarm(String message) {
        return refusal(ResourceNotFoundException.builder(), NOT_FOUND, message, ABSENT);
    }

    /** A tagged resource that there is not. */
    public static AwsServiceException noResource() {
        return notFound("Unknown");
    }

    /** Something that should be JSON and is not. */
    public static AwsServiceException invalidFormat(String message) {
        return refusal(InvalidFormatException.builder(), "InvalidFormat", message);
    }

    /** A dashboard that is not saved, with what is wrong in it. */
    public static AwsServiceException invalidDashboard(String message, List<DashboardValidationMessage> faults) {
        return refusal(
                DashboardInvalidInputErrorException.builder().dashboardValidationMessages(faults),
                "InvalidParameterInput",
                message);
    }

    /** A dashboard that there is not. */
    public static AwsServiceException noDashboard(String name) {
        return refusal(
                DashboardNotFoundErrorException.builder(), NOT_FOUND, "Dashboard " + name + " does not exist", ABSENT);
    }

    /** A token that was not made here. */
    public static AwsServiceException invalidToken() {
        return refusal(InvalidNextTokenException.builder(), "InvalidNextToken", "The specified token is not valid.");
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, String code, String message) {
        return refusal(builder, code, message, BAD_REQUEST);
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder builder, String code, String message, int status) {
        return builder.message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("monitoring")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
