package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What SNS does, whoever plays it, with queues as its subscribers. */
interface SnsContract {
    /** A client of whoever plays SNS. */
    SnsClient sns();

    /** A client of the same account's queues. */
    SqsClient sqs();

    private String topic(String name) {
        return sns().createTopic(request -> request.name(name)).topicArn();
    }

    private String queueArn(String name) {
        String url = sqs().createQueue(request -> request.queueName(name)).queueUrl();
        return sqs().getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private List<Message> received(String queue) {
        String url = sqs().getQueueUrl(request -> request.queueName(queue)).queueUrl();
        return sqs().receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                .messages();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    default void aQueueGetsWhatIsPublishedInAnEnvelope() {
        String topic = topic("enveloped");
        sns().subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(queueArn("enveloped")));
        String id = sns().publish(
                        request -> request.topicArn(topic).subject("Hello").message("{\"a\": \"ü\"}"))
                .messageId();

        JsonNode envelope = json(received("enveloped").getFirst().body());
        assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
        assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
        assertThat(envelope.path("TopicArn").asText()).isEqualTo(topic);
        assertThat(envelope.path("Subject").asText()).isEqualTo("Hello");
        assertThat(envelope.path("Message").asText()).isEqualTo("{\"a\": \"ü\"}");
        assertThat(envelope.has("Signature")).isTrue();
    }

    @Test
    default void rawDeliveryLeavesTheEnvelopeAway() {
        String topic = topic("raw");
        sns().subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(queueArn("raw"))
                .attributes(Map.of("RawMessageDelivery", "true")));
        sns().publish(request -> request.topicArn(topic).message("as it is").messageAttributes(attribute("pages")));

        Message message = received("raw").getFirst();
        assertThat(message.body()).isEqualTo("as it is");
        assertThat(message.messageAttributes().get("team").stringValue()).isEqualTo("pages");
    }

    private static Map<String, MessageAttributeValue> attribute(String team) {
        return Map.of(
                "team",
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(team)
                        .build());
    }

    @Test
    default void aFilterPolicyKeepsOthersMessagesAway() {
        String topic = topic("filtered");
        sns().subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(queueArn("filtered"))
                .attributes(Map.of(
                        "RawMessageDelivery",
                        "true",
                        "FilterPolicy",
                        "{\"team\": [\"pages\", {\"prefix\": \"on-\"}]}")));
        for (String team : List.of("pages", "tickets", "on-call")) {
            sns().publish(request -> request.topicArn(topic).message(team).messageAttributes(attribute(team)));
        }
        sns().publish(request -> request.topicArn(topic).message("nobody's"));

        assertThat(received("filtered")).extracting(Message::body).containsExactlyInAnyOrder("pages", "on-call");
    }

    @Test
    default void topicsAndSubscriptionsAreListedAndTakenAway() {
        String topic = topic("listed");
        assertThat(topic("listed")).isEqualTo(topic);
        String subscription = sns().subscribe(
                        request -> request.topicArn(topic).protocol("sqs").endpoint(queueArn("listed")))
                .subscriptionArn();

        assertThat(subscription).startsWith(topic + ":");
        assertThat(sns().listTopics().topics()).extracting(Topic::topicArn).contains(topic);
        assertThat(sns().listSubscriptionsByTopic(request -> request.topicArn(topic))
                        .subscriptions())
                .extracting(Subscription::subscriptionArn)
                .containsExactly(subscription);
        sns().unsubscribe(request -> request.subscriptionArn(subscription));
        assertThat(sns().listSubscriptionsByTopic(request -> request.topicArn(topic))
                        .subscriptions())
                .isEmpty();
        sns().deleteTopic(request -> request.topicArn(topic));
        assertThatThrownBy(
                        () -> sns().publish(request -> request.topicArn(topic).message("x")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    default void topicsHaveAttributesAndTags() {
        String topic = topic("described");
        sns().setTopicAttributes(request ->
                request.topicArn(topic).attributeName("DisplayName").attributeValue("Pages"));
        sns().tagResource(request -> request.resourceArn(topic)
                .tags(
                        Tag.builder().key("owner").value("agentctl").build(),
                        Tag.builder().key("gone").value("1").build()));
        sns().untagResource(request -> request.resourceArn(topic).tagKeys("gone"));

        assertThat(sns().getTopicAttributes(request -> request.topicArn(topic)).attributes())
                .containsEntry("DisplayName", "Pages")
                .containsEntry("TopicArn", topic);
        assertThat(sns().listTagsForResource(request -> request.resourceArn(topic))
                        .tags())
                .extracting(Tag::value)
                .containsExactly("agentctl");
    }
}
