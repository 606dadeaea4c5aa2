package io.agentctl.sandbox.sns;

import io.agentctl.sandbox.sqs.SqsState;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Brings messages to those who subscribed. */
final class Deliveries {
    private final SnsState state;
    private final SqsState queues;
    private final HttpDeliveries http;

    Deliveries(SnsState state, SqsState queues, HttpDeliveries http) {
        this.state = state;
        this.queues = queues;
        this.http = http;
    }

    void deliver(Subscription subscription, Envelope.Message message) {
        String body = subscription.raw()
                ? message.text()
                : Envelope.notification(subscription, message, state.endpoint()).toString();
        switch (subscription.protocol()) {
            // A queue that is not there loses what it is sent, as on AWS.
            case SQS ->
                queues.deliver(subscription.endpoint(), body, subscription.raw() ? attributes(message) : Map.of());
            case HTTP, HTTPS -> {
                Map<String, String> headers = headers(subscription, "Notification", message.id());
                headers.put("x-amz-sns-subscription-arn", subscription.arn());
                if (subscription.raw()) {
                    headers.put("x-amz-sns-rawdelivery", "true");
                }
                http.post(URI.create(subscription.endpoint()), headers, body);
            }
        }
    }

    void askToConfirm(Subscription subscription) {
        String id = state.ids().uuid();
        http.post(
                URI.create(subscription.endpoint()),
                headers(subscription, "SubscriptionConfirmation", id),
                Envelope.confirmation(subscription, id, state.simulation().instant(), state.endpoint())
                        .toString());
    }

    private static Map<String, String> headers(Subscription subscription, String type, String id) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        headers.put("User-Agent", "Amazon Simple Notification Service Agent");
        headers.put("x-amz-sns-message-type", type);
        headers.put("x-amz-sns-message-id", id);
        headers.put("x-amz-sns-topic-arn", subscription.topic().arn());
        return headers;
    }

    private static Map<String, MessageAttributeValue> attributes(Envelope.Message message) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        message.attributes()
                .forEach((name, value) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(value.dataType())
                                .stringValue(value.stringValue())
                                .binaryValue(value.binaryValue())
                                .build()));
        return attributes;
    }
}
