package io.agentctl.sandbox.ecs;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentNotFoundException;
import software.amazon.awssdk.services.ecs.model.ServiceNotActiveException;
import software.amazon.awssdk.services.ecs.model.ServiceNotFoundException;

/** The service's refusals, with its own codes and, where they are known, its own words. */
final class EcsErrors {
    private static final int BAD_REQUEST = 400;

    private EcsErrors() {}

    static AwsServiceException clusterNotFound() {
        return refusal(ClusterNotFoundException.builder(), "ClusterNotFoundException", "Cluster not found.");
    }

    static AwsServiceException serviceNotFound() {
        return refusal(ServiceNotFoundException.builder(), "ServiceNotFoundException", "Service not found.");
    }

    static AwsServiceException serviceNotActive() {
        return refusal(ServiceNotActiveException.builder(), "ServiceNotActiveException", "Service was not ACTIVE.");
    }

    static AwsServiceException serviceDeploymentNotFound() {
        return refusal(
                ServiceDeploymentNotFoundException.builder(),
                "ServiceDeploymentNotFoundException",
                "Service deployment not found.");
    }

    static AwsServiceException taskDefinitionNotFound() {
        return client("Unable to describe task definition.");
    }

    static AwsServiceException client(String message) {
        return refusal(ClientException.builder(), "ClientException", message);
    }

    static AwsServiceException invalidParameter(String message) {
        return refusal(InvalidParameterException.builder(), "InvalidParameterException", message);
    }

    static AwsServiceException conflict(String message) {
        return refusal(EcsException.builder(), "ConflictException", message);
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, String code, String message) {
        return builder.message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("ecs")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
