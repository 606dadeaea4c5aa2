package io.agentctl.sandbox.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** {@code Publish}. */
final class Publishing {
    /** Service model, Publish: 256 KB, subjects of up to 100 characters. */
    private static final int LONGEST = 262_144;

    private static final int LONGEST_SUBJECT = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SnsState state;
    private final Deliveries deliveries;

    Publishing(SnsState state, Deliveries deliveries) {
        this.state = state;
        this.deliveries = deliveries;
    }

    PublishResponse publish(PublishRequest request) {
        String arn = request.topicArn() == null ? request.targetArn() : request.topicArn();
        if (arn == null && request.phoneNumber() != null) {
            throw SnsErrors.invalid("PhoneNumber Reason: the sandbox sends no text messages");
        }
        Topic topic = state.topic(arn);
        check(request);
        JsonNode byProtocol = byProtocol(request);
        String id = state.ids().uuid();
        for (Subscription subscription : state.subscriptions(topic)) {
            if (subscription.confirmed() && subscription.filter().wants(request.messageAttributes())) {
                deliveries.deliver(
                        subscription,
                        new Envelope.Message(
                                id,
                                request.subject(),
                                text(request, byProtocol, subscription.protocol()),
                                request.messageAttributes(),
                                state.simulation().instant()));
            }
        }
        return PublishResponse.builder().messageId(id).build();
    }

    private static void check(PublishRequest request) {
        String message = request.message();
        if (message == null || message.isEmpty()) {
            throw SnsErrors.invalid("Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw SnsErrors.invalid("Message too long");
        }
        String subject = request.subject();
        boolean fits = subject == null
                || (!subject.isEmpty()
                        && subject.length() <= LONGEST_SUBJECT
                        && subject.chars().noneMatch(c -> c < ' ' || c == 0x7f));
        if (!fits) {
            throw SnsErrors.invalid("Subject");
        }
        for (Map.Entry<String, MessageAttributeValue> attribute :
                request.messageAttributes().entrySet()) {
            String type = attribute.getValue().dataType();
            if (type == null || !type.matches("(String|Number|Binary|String\\.Array)(\\..+)?")) {
                throw SnsErrors.badValue("The message attribute '" + attribute.getKey()
                        + "' has an invalid message attribute type, the set of supported type prefixes is Binary,"
                        + " Number, and String.");
            }
        }
    }

    /** What the message says by protocol; null where it says the same to all. */
    private static JsonNode byProtocol(PublishRequest request) {
        if (!"json".equals(request.messageStructure())) {
            return null;
        }
        try {
            JsonNode tree = MAPPER.readTree(request.message());
            if (!tree.path("default").isTextual()) {
                throw SnsErrors.invalid("Message Structure - No default entry in JSON message body");
            }
            return tree;
        } catch (JsonProcessingException ignored) {
            throw SnsErrors.invalid("Message Structure - JSON message body failed to parse");
        }
    }

    private static String text(PublishRequest request, JsonNode byProtocol, Protocol protocol) {
        return byProtocol == null
                ? request.message()
                : byProtocol
                        .path(protocol.wireName())
                        .asText(byProtocol.path("default").asText());
    }
}
