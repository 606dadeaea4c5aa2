package io.agentctl.sandbox.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The operations that put messages into queues. */
final class MessageSender {
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_ATTRIBUTES = 10;
    private static final int LONGEST_DELAY = 900;

    /** For a whole batch as for one message, 1 MiB (service model of botocore 1.43, SendMessage). */
    private static final int LONGEST = 1_048_576;

    private final SqsState state;

    MessageSender(SqsState state) {
        this.state = state;
    }

    SendMessageResponse send(SendMessageRequest request) {
        Queue queue = state.at(request.queueUrl());
        SendMessageBatchRequestEntry entry = SendMessageBatchRequestEntry.builder()
                .messageBody(request.messageBody())
                .delaySeconds(request.delaySeconds())
                .messageAttributes(request.messageAttributes())
                .messageSystemAttributes(request.messageSystemAttributes())
                .messageGroupId(request.messageGroupId())
                .build();
        check(queue, entry);
        StoredMessage message = store(queue, entry);
        return SendMessageResponse.builder()
                .messageId(message.id())
                .md5OfMessageBody(MessageDigests.ofBody(entry.messageBody()))
                .md5OfMessageAttributes(MessageDigests.ofAttributes(entry.messageAttributes()))
                .md5OfMessageSystemAttributes(MessageDigests.ofAttributes(system(entry)))
                .build();
    }

    SendMessageBatchResponse sendBatch(SendMessageBatchRequest request) {
        Queue queue = state.at(request.queueUrl());
        checkBatch(request.entries());
        request.entries().forEach(entry -> check(queue, entry));
        return SendMessageBatchResponse.builder()
                .successful(request.entries().stream()
                        .map(entry -> sent(entry, store(queue, entry)))
                        .toList())
                .build();
    }

    private static SendMessageBatchResultEntry sent(SendMessageBatchRequestEntry entry, StoredMessage message) {
        return SendMessageBatchResultEntry.builder()
                .id(entry.id())
                .messageId(message.id())
                .md5OfMessageBody(MessageDigests.ofBody(entry.messageBody()))
                .md5OfMessageAttributes(MessageDigests.ofAttributes(entry.messageAttributes()))
                .md5OfMessageSystemAttributes(MessageDigests.ofAttributes(system(entry)))
                .build();
    }

    private static void checkBatch(List<SendMessageBatchRequestEntry> entries) {
        if (entries.isEmpty()) {
            throw SqsErrors.emptyBatch();
        }
        if (entries.size() > MOST_ENTRIES) {
            throw SqsErrors.largeBatch(entries.size());
        }
        Set<String> ids = new HashSet<>();
        for (SendMessageBatchRequestEntry entry : entries) {
            if (entry.id() == null || !entry.id().matches("[a-zA-Z0-9_-]{1,80}")) {
                throw SqsErrors.badEntryId();
            }
            if (!ids.add(entry.id())) {
                throw SqsErrors.sameIds(entry.id());
            }
        }
        long size = entries.stream().mapToLong(MessageSender::size).sum();
        if (size > LONGEST) {
            throw SqsErrors.longBatch(LONGEST, size);
        }
    }

    private static void check(Queue queue, SendMessageBatchRequestEntry entry) {
        if (entry.messageBody() == null || entry.messageBody().isEmpty()) {
            throw SqsErrors.missing("MessageBody");
        }
        if (!entry.messageBody().codePoints().allMatch(MessageSender::allowed)) {
            throw SqsErrors.badContents();
        }
        Integer delay = entry.delaySeconds();
        if (delay != null && (delay < 0 || delay > LONGEST_DELAY)) {
            throw SqsErrors.invalid("Value " + delay
                    + " for parameter DelaySeconds is invalid. Reason: DelaySeconds must" + " be >= 0 and <= 900.");
        }
        if (entry.messageAttributes().size() > MOST_ATTRIBUTES) {
            throw SqsErrors.invalid("Number of message attributes ["
                    + entry.messageAttributes().size() + "] exceeds the allowed maximum [10].");
        }
        entry.messageAttributes().forEach(MessageSender::checkAttribute);
        int most = queue.settings().maximumMessageSize();
        if (size(entry) > most) {
            throw SqsErrors.invalid(
                    "One or more parameters are invalid. Reason: Message must be shorter than " + most + " bytes.");
        }
    }

    private static void checkAttribute(String name, MessageAttributeValue value) {
        String type = value.dataType() == null ? "" : value.dataType();
        if (!type.matches("(String|Number|Binary)(\\..+)?")) {
            throw SqsErrors.invalid(
                    "The message attribute '" + name + "' has an invalid message attribute type, the set"
                            + " of supported type prefixes is Binary, Number, and String.");
        }
        boolean binary = type.startsWith("Binary");
        boolean empty = binary
                ? value.binaryValue() == null
                : value.stringValue() == null || value.stringValue().isEmpty();
        if (empty) {
            throw SqsErrors.invalid("The message attribute '" + name + "' must contain a non-empty message attribute"
                    + " value for message attribute type '" + type + "'.");
        }
    }

    private static boolean allowed(int character) {
        return character == 0x9
                || character == 0xA
                || character == 0xD
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private static long size(SendMessageBatchRequestEntry entry) {
        long body = bytes(entry.messageBody());
        return body
                + entry.messageAttributes().entrySet().stream()
                        .mapToLong(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
                        .sum();
    }

    private static long size(MessageAttributeValue value) {
        long binary = value.binaryValue() == null ? 0 : value.binaryValue().asByteArrayUnsafe().length;
        return bytes(value.dataType()) + bytes(value.stringValue()) + binary;
    }

    private static long bytes(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private StoredMessage store(Queue queue, SendMessageBatchRequestEntry entry) {
        Instant now = state.simulation().instant();
        int delay = entry.delaySeconds() == null ? queue.settings().delay() : entry.delaySeconds();
        Map<MessageSystemAttributeName, String> system = new EnumMap<>(MessageSystemAttributeName.class);
        MessageSystemAttributeValue trace =
                entry.messageSystemAttributes().get(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER);
        if (trace != null) {
            system.put(MessageSystemAttributeName.AWS_TRACE_HEADER, trace.stringValue());
        }
        if (entry.messageGroupId() != null) {
            system.put(MessageSystemAttributeName.MESSAGE_GROUP_ID, entry.messageGroupId());
        }
        StoredMessage message = new StoredMessage(
                state.ids().uuid(),
                new StoredMessage.Contents(entry.messageBody(), entry.messageAttributes(), system),
                now,
                now.plusSeconds(delay));
        queue.add(message);
        return message;
    }

    private static Map<String, MessageAttributeValue> system(SendMessageBatchRequestEntry entry) {
        MessageSystemAttributeValue trace =
                entry.messageSystemAttributes().get(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER);
        return trace == null
                ? Map.of()
                : Map.of(
                        MessageSystemAttributeNameForSends.AWS_TRACE_HEADER.toString(),
                        MessageAttributeValue.builder()
                                .dataType(trace.dataType())
                                .stringValue(trace.stringValue())
                                .build());
    }
}
