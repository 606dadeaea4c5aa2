package io.agentctl.sandbox.sns;

import io.agentctl.sandbox.sqs.SqsState;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;

/** The SDK's client interface over the topics; what it does not override, the interface refuses. */
public final class SnsEmulation implements SnsClient {
    private final SnsState state;
    private final TopicOperations topics;
    private final SubscriptionOperations subscriptions;
    private final Publishing publishing;
    private final TopicTags tags;

    /** An emulation over topics, and the queues that they deliver to. */
    public SnsEmulation(SnsState state, SqsState queues) {
        this.state = state;
        Deliveries deliveries = new Deliveries(state, queues, new HttpDeliveries());
        this.topics = new TopicOperations(state);
        this.subscriptions = new SubscriptionOperations(state, deliveries);
        this.publishing = new Publishing(state, deliveries);
        this.tags = new TopicTags(state);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /**
     * Publishes for another service of the account.
     *
     * @return why it could not be; empty if it was
     */
    public Optional<String> announce(String topicArn, String subject, String message) {
        try {
            publish(request -> request.topicArn(topicArn).subject(subject).message(message));
            return Optional.empty();
        } catch (AwsServiceException e) {
            return Optional.of(e.awsErrorDetails().errorMessage() + ": " + topicArn);
        }
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return state.simulation().now(() -> operation.apply(request));
    }

    @Override
    public CreateTopicResponse createTopic(CreateTopicRequest request) {
        return now(topics::create, request);
    }

    @Override
    public DeleteTopicResponse deleteTopic(DeleteTopicRequest request) {
        return now(topics::delete, request);
    }

    @Override
    public ListTopicsResponse listTopics(ListTopicsRequest request) {
        return now(topics::list, request);
    }

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
        return now(topics::attributes, request);
    }

    @Override
    public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
        return now(topics::set, request);
    }

    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
        return now(subscriptions::subscribe, request);
    }

    @Override
    public ConfirmSubscriptionResponse confirmSubscription(ConfirmSubscriptionRequest request) {
        return now(subscriptions::confirm, request);
    }

    @Override
    public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
        return now(subscriptions::unsubscribe, request);
    }

    @Override
    public ListSubscriptionsResponse listSubscriptions(ListSubscriptionsRequest request) {
        return now(subscriptions::list, request);
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) {
        return now(subscriptions::listByTopic, request);
    }

    @Override
    public GetSubscriptionAttributesResponse getSubscriptionAttributes(GetSubscriptionAttributesRequest request) {
        return now(subscriptions::attributes, request);
    }

    @Override
    public SetSubscriptionAttributesResponse setSubscriptionAttributes(SetSubscriptionAttributesRequest request) {
        return now(subscriptions::set, request);
    }

    @Override
    public PublishResponse publish(PublishRequest request) {
        return now(publishing::publish, request);
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return now(tags::list, request);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return now(tags::tag, request);
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return now(tags::untag, request);
    }
}
