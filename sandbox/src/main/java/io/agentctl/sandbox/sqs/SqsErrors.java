package io.agentctl.sandbox.sqs;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/**
 * The service's refusals. Their codes are those of its former Query protocol, which its clients still tell
 * ({@code awsQueryCompatible} in the service model); the model's names are others.
 */
public final class SqsErrors {
    private static final int BAD_REQUEST = 400;
    private static final String FAMILY = "AWS.SimpleQueueService.";
    private static final String NO_QUEUE = FAMILY + "NonExistentQueue";
    private static final String QUEUE_EXISTS = "QueueAlreadyExists";
    private static final String PURGING = FAMILY + "PurgeQueueInProgress";
    private static final String EMPTY_BATCH = FAMILY + "EmptyBatchRequest";
    private static final String LARGE_BATCH = FAMILY + "TooManyEntriesInBatchRequest";
    private static final String LONG_BATCH = FAMILY + "BatchRequestTooLong";
    private static final String SAME_IDS = FAMILY + "BatchEntryIdsNotDistinct";
    private static final String BAD_ID = FAMILY + "InvalidBatchEntryId";
    private static final String BAD_HANDLE = "ReceiptHandleIsInvalid";
    private static final String BAD_NAME = "InvalidAttributeName";
    private static final String BAD_VALUE = "InvalidAttributeValue";
    private static final String BAD_CONTENTS = "InvalidMessageContents";

    private SqsErrors() {}

    /** The names in the service model by code. */
    public static Map<String, String> shapes() {
        return Map.ofEntries(
                Map.entry(NO_QUEUE, "QueueDoesNotExist"),
                Map.entry(QUEUE_EXISTS, "QueueNameExists"),
                Map.entry(PURGING, "PurgeQueueInProgress"),
                Map.entry(EMPTY_BATCH, "EmptyBatchRequest"),
                Map.entry(LARGE_BATCH, "TooManyEntriesInBatchRequest"),
                Map.entry(LONG_BATCH, "BatchRequestTooLong"),
                Map.entry(SAME_IDS, "BatchEntryIdsNotDistinct"),
                Map.entry(BAD_ID, "InvalidBatchEntryId"),
                Map.entry(BAD_HANDLE, BAD_HANDLE),
                Map.entry(BAD_NAME, BAD_NAME),
                Map.entry(BAD_VALUE, BAD_VALUE),
                Map.entry(BAD_CONTENTS, BAD_CONTENTS));
    }

    static AwsServiceException queueDoesNotExist() {
        return refusal(QueueDoesNotExistException.builder(), NO_QUEUE, "The specified queue does not exist.");
    }

    static AwsServiceException queueExists(String attribute) {
        return refusal(
                QueueNameExistsException.builder(),
                QUEUE_EXISTS,
                "A queue already exists with the same name and a different value for attribute " + attribute);
    }

    static AwsServiceException purging(String queue) {
        return refusal(
                PurgeQueueInProgressException.builder(),
                PURGING,
                "Only one PurgeQueue operation on " + queue + " is allowed every 60 seconds.");
    }

    static AwsServiceException emptyBatch() {
        return refusal(
                EmptyBatchRequestException.builder(),
                EMPTY_BATCH,
                "There should be at least one SendMessageBatchRequestEntry in the request.");
    }

    static AwsServiceException largeBatch(int entries) {
        return refusal(
                TooManyEntriesInBatchRequestException.builder(),
                LARGE_BATCH,
                "Maximum number of entries per request are 10. You have sent " + entries + ".");
    }

    static AwsServiceException longBatch(long limit, long bytes) {
        return refusal(
                BatchRequestTooLongException.builder(),
                LONG_BATCH,
                "Batch requests cannot be longer than %d bytes. You have sent %d bytes.".formatted(limit, bytes));
    }

    static AwsServiceException sameIds(String id) {
        return refusal(BatchEntryIdsNotDistinctException.builder(), SAME_IDS, "Id " + id + " repeated.");
    }

    static AwsServiceException badEntryId() {
        return refusal(
                InvalidBatchEntryIdException.builder(),
                BAD_ID,
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                        + " It can be at most 80 letters long.");
    }

    static AwsServiceException badReceiptHandle() {
        return refusal(ReceiptHandleIsInvalidException.builder(), BAD_HANDLE, "The input receipt handle is invalid.");
    }

    static AwsServiceException unknownAttribute(String name) {
        return refusal(InvalidAttributeNameException.builder(), BAD_NAME, "Unknown Attribute " + name + ".");
    }

    static AwsServiceException badAttribute(String name) {
        return refusal(
                InvalidAttributeValueException.builder(), BAD_VALUE, "Invalid value for the parameter " + name + ".");
    }

    static AwsServiceException badContents() {
        return refusal(
                InvalidMessageContentsException.builder(),
                BAD_CONTENTS,
                "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF"
                        + " | #xE000 to #xFFFD | #x10000 to #x10FFFF");
    }

    static AwsServiceException missing(String parameter) {
        return refusal(
                SqsException.builder(),
                "MissingParameter",
                "The request must contain the parameter " + parameter + ".");
    }

    static AwsServiceException invalid(String message) {
        return refusal(SqsException.builder(), "InvalidParameterValue", message);
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, String code, String message) {
        return builder.message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("sqs")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
