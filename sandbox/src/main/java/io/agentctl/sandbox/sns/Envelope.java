package io.agentctl.sandbox.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The JSON in which messages are delivered. */
final class Envelope {
    /** The sandbox has no certificate of AWS's to sign with; the member is there for who expects it. */
    private static final String NO_SIGNATURE =
            Base64.getEncoder().encodeToString("the sandbox does not sign".getBytes(StandardCharsets.UTF_8));

    private Envelope() {}

    /**
     * A message as it was published.
     *
     * @param id its id
     * @param subject a line; null for none
     * @param text what it says to this subscription's protocol
     * @param attributes the publisher's attributes
     * @param at when
     */
    record Message(String id, String subject, String text, Map<String, MessageAttributeValue> attributes, Instant at) {
        Message {
            attributes = Map.copyOf(attributes);
        }
    }

    static ObjectNode notification(Subscription subscription, Message message, URI sandbox) {
        ObjectNode json = head("Notification", message.id(), subscription);
        if (message.subject() != null) {
            json.put("Subject", message.subject());
        }
        json.put("Message", message.text());
        sign(json, message.at(), sandbox);
        json.put("UnsubscribeURL", sandbox + "/?Action=Unsubscribe&SubscriptionArn=" + encoded(subscription.arn()));
        if (!message.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("MessageAttributes");
            message.attributes().forEach((name, value) -> attributes
                    .putObject(name)
                    .put("Type", value.dataType())
                    .put("Value", value(value)));
        }
        return json;
    }

    static ObjectNode confirmation(Subscription subscription, String id, Instant at, URI sandbox) {
        ObjectNode json = head("SubscriptionConfirmation", id, subscription);
        json.put("Token", subscription.token());
        json.put(
                "Message",
                "You have chosen to subscribe to the topic "
                        + subscription.topic().arn()
                        + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.");
        json.put(
                "SubscribeURL",
                sandbox + "/?Action=ConfirmSubscription&TopicArn="
                        + encoded(subscription.topic().arn()) + "&Token=" + subscription.token());
        sign(json, at, sandbox);
        return json;
    }

    private static ObjectNode head(String type, String id, Subscription subscription) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Type", type)
                .put("MessageId", id)
                .put("TopicArn", subscription.topic().arn());
    }

    private static void sign(ObjectNode json, Instant at, URI sandbox) {
        json.put("Timestamp", at.toString());
        json.put("SignatureVersion", "1");
        json.put("Signature", NO_SIGNATURE);
        json.put("SigningCertURL", sandbox + "/SimpleNotificationService.pem");
    }

    private static String value(MessageAttributeValue value) {
        return value.binaryValue() == null
                ? value.stringValue()
                : Base64.getEncoder().encodeToString(value.binaryValue().asByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
