package io.agentctl.runtime.backend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Puts the request into a queue; the answer says that it is there. In a FIFO queue the requests of a session keep their
 * order, and an attempt that is repeated is one message.
 */
final class SqsTransport implements Transport {

    private static final Set<String> REJECTIONS =
            Set.of("InvalidMessageContents", "InvalidParameterValue", "AWS.SimpleQueueService.BatchRequestTooLong");

    /** What identifies a group or a repeated message (SQS API, SendMessage). */
    private static final Pattern IDENTIFIER = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String backend;
    private final String queue;
    private final SqsClient client;
    private final AwsFailures failures;
    private volatile String url;

    SqsTransport(String backend, BackendTarget.Sqs target, SqsClient client) {
        this.backend = backend;
        this.queue = target.queue();
        this.client = client;
        this.failures = new AwsFailures(backend, REJECTIONS);
    }

    @Override
    public byte[] send(BackendCall call, Duration timeout) throws BackendException {
        try {
            String messageId = client.sendMessage(message(call)).messageId();
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("queued", true)
                    .put("messageId", messageId)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (SdkException failure) {
            throw failures.translate(failure);
        }
    }

    private SendMessageRequest message(BackendCall call) throws BackendException {
        SendMessageRequest.Builder message = SendMessageRequest.builder()
                .queueUrl(url())
                .messageBody(new String(call.body(), StandardCharsets.UTF_8))
                .messageAttributes(attributes(call));
        if (queue.endsWith(".fifo")) {
            message.messageGroupId(identifier(session(call))).messageDeduplicationId(identifier(identity(call)));
        }
        return message.build();
    }

    private String url() {
        if (queue.contains("://")) {
            return queue;
        }
        String known = url;
        if (known == null) {
            known = client.getQueueUrl(request -> request.queueName(queue)).queueUrl();
            url = known;
        }
        return known;
    }

    private static Map<String, MessageAttributeValue> attributes(BackendCall call) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        call.headers().forEach((name, value) -> {
            // An attribute must not be empty.
            if (!value.isEmpty()) {
                attributes.put(name, text(value));
            }
        });
        attributes.put("intent", text(call.intent()));
        return attributes;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    /** The session, or the intent where there is none. */
    private String session(BackendCall call) throws BackendException {
        try {
            String session = MAPPER.readTree(call.body())
                    .path("context")
                    .path("session_id")
                    .asText("");
            return session.isEmpty() ? call.intent() : session;
        } catch (IOException problem) {
            throw BackendException.rejected("The request to the back end %s is no JSON".formatted(backend), problem);
        }
    }

    /** The same for each attempt of a call, and for no other call. */
    private static String identity(BackendCall call) {
        String request = call.headers().getOrDefault("x-request-id", "");
        return request.isEmpty() ? call.deadline() + new String(call.body(), StandardCharsets.UTF_8) : request;
    }

    private static String identifier(String text) {
        if (IDENTIFIER.matcher(text).matches()) {
            return text;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        // The client is shared, and closed by its owner.
    }
}
