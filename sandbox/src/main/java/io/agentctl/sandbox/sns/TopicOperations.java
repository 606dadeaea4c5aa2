package io.agentctl.sandbox.sns;

import io.agentctl.sandbox.ecs.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;

/** The operations on topics. */
final class TopicOperations {
    private static final int PAGE = 100;
    private static final Set<String> SETTABLE =
            Set.of("DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId", "TracingConfig", "SignatureVersion");

    private final SnsState state;

    TopicOperations(SnsState state) {
        this.state = state;
    }

    /** A topic that is there with the same attributes is as good as created. */
    CreateTopicResponse create(CreateTopicRequest request) {
        String name = request.name() == null ? "" : request.name();
        if (name.endsWith(".fifo")) {
            throw SnsErrors.invalid("Topic Name Reason: the sandbox has no FIFO topics");
        }
        if (!name.matches("[a-zA-Z0-9_-]{1,256}")) {
            throw SnsErrors.invalid("Topic Name");
        }
        request.attributes().keySet().forEach(TopicOperations::requireSettable);
        Optional<Topic> known = state.find(state.arn(name));
        Map<String, String> tags = new TreeMap<>();
        request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        if (known.isPresent()) {
            requireSame(known.get(), request.attributes(), tags);
        } else {
            Topic topic = new Topic(state.arn(name));
            topic.attributes().putAll(request.attributes());
            topic.tags().putAll(tags);
            state.add(topic);
        }
        return CreateTopicResponse.builder().topicArn(state.arn(name)).build();
    }

    private static void requireSame(Topic topic, Map<String, String> attributes, Map<String, String> tags) {
        attributes.forEach((name, value) -> {
            if (!value.equals(topic.attributes().get(name))) {
                throw SnsErrors.invalid("Attributes Reason: Topic already exists with different attributes");
            }
        });
        if (!tags.isEmpty() && !tags.equals(topic.tags())) {
            throw SnsErrors.invalid("Tags Reason: Topic already exists with different tags");
        }
    }

    private static void requireSettable(String name) {
        if (!SETTABLE.contains(name)) {
            throw SnsErrors.invalid("AttributeName");
        }
    }

    /** One that is not there is as good as deleted. */
    DeleteTopicResponse delete(DeleteTopicRequest request) {
        state.find(request.topicArn()).ifPresent(state::remove);
        return DeleteTopicResponse.builder().build();
    }

    ListTopicsResponse list(ListTopicsRequest request) {
        Page<Topic> page = page(state.topics(), request.nextToken());
        return ListTopicsResponse.builder()
                .topics(page.items().stream()
                        .map(topic -> software.amazon.awssdk.services.sns.model.Topic.builder()
                                .topicArn(topic.arn())
                                .build())
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    static <T> Page<T> page(List<T> all, String token) {
        try {
            return Page.of(all, token, PAGE);
        } catch (IllegalArgumentException e) {
            throw SnsErrors.invalid("NextToken Reason: " + e.getMessage());
        }
    }

    GetTopicAttributesResponse attributes(GetTopicAttributesRequest request) {
        Topic topic = state.topic(request.topicArn());
        List<Subscription> subscriptions = state.subscriptions(topic);
        long confirmed = subscriptions.stream().filter(Subscription::confirmed).count();
        Map<String, String> all = new TreeMap<>(topic.attributes());
        all.putIfAbsent("DisplayName", "");
        all.putIfAbsent("Policy", policy(topic));
        all.put("TopicArn", topic.arn());
        all.put("Owner", state.account());
        all.put("SubscriptionsConfirmed", Long.toString(confirmed));
        all.put("SubscriptionsPending", Long.toString(subscriptions.size() - confirmed));
        all.put("SubscriptionsDeleted", Integer.toString(topic.deleted()));
        return GetTopicAttributesResponse.builder().attributes(all).build();
    }

    /** What a topic allows unless told otherwise: everything to its owner. */
    private String policy(Topic topic) {
        return """
                {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
                "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes",\
                "SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",\
                "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
                "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}"""
                .formatted(topic.arn(), state.account());
    }

    SetTopicAttributesResponse set(SetTopicAttributesRequest request) {
        Topic topic = state.topic(request.topicArn());
        requireSettable(String.valueOf(request.attributeName()));
        topic.attributes()
                .put(request.attributeName(), request.attributeValue() == null ? "" : request.attributeValue());
        return SetTopicAttributesResponse.builder().build();
    }
}
