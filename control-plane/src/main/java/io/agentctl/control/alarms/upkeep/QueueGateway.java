package io.agentctl.control.alarms.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.aws.ApiCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reads what topics delivered to queues. For the sandbox only: a queue of an account is somebody's, and whoever reads a
 * message hides it from them, and counts towards its dead-letter queue.
 */
final class QueueGateway {

    private static final int MESSAGES = 10;
    /** Messages that were looked at are back soon, and not so soon that they are looked at twice. */
    private static final int HIDDEN_SECONDS = 3;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Supplier<SnsClient> sns;
    private final Supplier<SqsClient> sqs;
    private final ApiCalls calls;

    QueueGateway(Supplier<SnsClient> sns, Supplier<SqsClient> sqs, ApiCalls calls) {
        this.sns = sns;
        this.sqs = sqs;
        this.calls = calls;
    }

    /** What the queues of a topic have got that speaks of something, a sentence for each. */
    List<String> received(String topic, String mark) {
        List<String> received = new ArrayList<>();
        for (Subscription subscription : subscriptions(topic)) {
            if (subscription.protocol().equals("sqs")) {
                String queue = last(subscription.endpoint());
                message(queue, mark)
                        .ifPresent(body -> received.add(
                                "queue " + queue + " got it from topic " + last(topic) + ": " + subject(body)));
            }
        }
        return received;
    }

    private List<Subscription> subscriptions(String topic) {
        return calls.call(
                "read the subscriptions of " + topic,
                () ->
                        sns
                                .get()
                                .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
                                .subscriptions()
                                .stream()
                                .toList());
    }

    private Optional<String> message(String queue, String mark) {
        String url = calls.call(
                "find queue " + queue,
                () -> sqs.get().getQueueUrl(request -> request.queueName(queue)).queueUrl());
        while (true) {
            List<Message> messages = calls.call("read queue " + queue, () -> sqs.get()
                    .receiveMessage(request ->
                            request.queueUrl(url).maxNumberOfMessages(MESSAGES).visibilityTimeout(HIDDEN_SECONDS))
                    .messages());
            Optional<String> found = messages.stream()
                    .map(Message::body)
                    .filter(body -> body.contains(mark))
                    .findFirst();
            if (found.isPresent() || messages.isEmpty()) {
                return found;
            }
        }
    }

    /** SNS's envelope has one; a raw delivery has not. */
    private static String subject(String body) {
        try {
            return MAPPER.readTree(body).path("Subject").asText("a message without a subject");
        } catch (JsonProcessingException raw) {
            return "a message without a subject";
        }
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
