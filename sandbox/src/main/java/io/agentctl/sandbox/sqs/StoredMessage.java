package io.agentctl.sandbox.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A message in a queue. Not thread-safe. */
final class StoredMessage {
    private final String id;
    private final Contents contents;
    private final Instant sent;
    private Instant visibleFrom;
    private Instant firstReceived;
    private int received;

    StoredMessage(String id, Contents contents, Instant sent, Instant visibleFrom) {
        this.id = id;
        this.contents = contents;
        this.sent = sent;
        this.visibleFrom = visibleFrom;
    }

    /**
     * What was sent.
     *
     * @param body the text
     * @param attributes the sender's attributes
     * @param system attributes that the service knows and the sender gave
     */
    record Contents(
            String body,
            Map<String, MessageAttributeValue> attributes,
            Map<MessageSystemAttributeName, String> system) {
        Contents {
            attributes = Map.copyOf(attributes);
            system = Map.copyOf(system);
        }
    }

    String id() {
        return id;
    }

    Contents contents() {
        return contents;
    }

    Instant sent() {
        return sent;
    }

    Instant firstReceived() {
        return firstReceived;
    }

    int received() {
        return received;
    }

    boolean visible(Instant now) {
        return !visibleFrom.isAfter(now);
    }

    /** Hands it out and hides it. */
    void receive(Instant now, int visibilityTimeout) {
        received++;
        firstReceived = firstReceived == null ? now : firstReceived;
        visibleFrom = now.plusSeconds(visibilityTimeout);
    }

    /** The handle of the latest receipt. */
    String receiptHandle() {
        String text = "receipt:" + id + ":" + received;
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the message that a handle was made for. */
    static String idIn(String receiptHandle) {
        try {
            byte[] text = Base64.getDecoder().decode(receiptHandle == null ? "" : receiptHandle);
            String[] parts = new String(text, StandardCharsets.UTF_8).split(":", -1);
            if (parts.length == 3 && parts[0].equals("receipt")) {
                return parts[1];
            }
        } catch (IllegalArgumentException ignored) {
            throw SqsErrors.badReceiptHandle();
        }
        throw SqsErrors.badReceiptHandle();
    }
}
