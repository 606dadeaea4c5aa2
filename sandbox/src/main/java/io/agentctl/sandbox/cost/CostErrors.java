package io.agentctl.sandbox.cost;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;

/** The service's refusals. */
final class CostErrors {
    private static final int BAD_REQUEST = 400;

    private CostErrors() {}

    static AwsServiceException invalid(String message) {
        return CostExplorerException.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("ce")
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
