package io.agentctl.sandbox.sns;

import io.agentctl.sandbox.ecs.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/** The operations on subscriptions. */
final class SubscriptionOperations {
    private static final String PENDING = "pending confirmation";
    private static final Set<String> SETTABLE =
            Set.of("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope", "DeliveryPolicy", "RedrivePolicy");

    private final SnsState state;
    private final Deliveries deliveries;

    SubscriptionOperations(SnsState state, Deliveries deliveries) {
        this.state = state;
        this.deliveries = deliveries;
    }

    /** A queue is subscribed at once; an HTTP endpoint is asked first. */
    SubscribeResponse subscribe(SubscribeRequest request) {
        Topic topic = state.topic(request.topicArn());
        Protocol protocol = Protocol.of(request.protocol(), request.endpoint());
        Subscription subscription = state.subscriptions(topic).stream()
                .filter(known ->
                        known.protocol() == protocol && known.endpoint().equals(request.endpoint()))
                .findFirst()
                .orElseGet(() -> new Subscription(
                        topic.arn() + ":" + state.ids().uuid(),
                        topic,
                        protocol,
                        request.endpoint(),
                        state.ids().uuid().replace("-", "")));
        request.attributes().forEach((name, value) -> set(subscription, name, value));
        state.add(subscription);
        if (!subscription.confirmed()) {
            deliveries.askToConfirm(subscription);
        }
        boolean arn = subscription.confirmed() || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(arn ? subscription.arn() : PENDING)
                .build();
    }

    private static void set(Subscription subscription, String name, String value) {
        if (name == null || !SETTABLE.contains(name)) {
            throw SnsErrors.invalid("AttributeName");
        }
        if ("FilterPolicyScope".equals(name) && !"MessageAttributes".equals(value)) {
            throw SnsErrors.invalid("FilterPolicyScope Reason: the sandbox filters by MessageAttributes only");
        }
        subscription.set(name, value == null ? "" : value);
    }

    ConfirmSubscriptionResponse confirm(ConfirmSubscriptionRequest request) {
        Topic topic = state.topic(request.topicArn());
        Subscription subscription = state.subscriptions(topic).stream()
                .filter(known -> known.token().equals(request.token()))
                .findFirst()
                .orElseThrow(() -> SnsErrors.invalid("Token"));
        subscription.confirm();
        return ConfirmSubscriptionResponse.builder()
                .subscriptionArn(subscription.arn())
                .build();
    }

    /** One that is not there is as good as taken away. */
    UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
        if (request.subscriptionArn() == null || !request.subscriptionArn().startsWith("arn:aws:sns:")) {
            throw SnsErrors.invalid("SubscriptionArn Reason: An ARN must have at least 6 elements");
        }
        state.subscription(request.subscriptionArn()).ifPresent(state::remove);
        return UnsubscribeResponse.builder().build();
    }

    ListSubscriptionsResponse list(ListSubscriptionsRequest request) {
        Page<Subscription> page = TopicOperations.page(state.subscriptions(), request.nextToken());
        return ListSubscriptionsResponse.builder()
                .subscriptions(views(page.items()))
                .nextToken(page.nextToken())
                .build();
    }

    ListSubscriptionsByTopicResponse listByTopic(ListSubscriptionsByTopicRequest request) {
        List<Subscription> all = state.subscriptions(state.topic(request.topicArn()));
        Page<Subscription> page = TopicOperations.page(all, request.nextToken());
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(views(page.items()))
                .nextToken(page.nextToken())
                .build();
    }

    private List<software.amazon.awssdk.services.sns.model.Subscription> views(List<Subscription> subscriptions) {
        return subscriptions.stream()
                .map(subscription -> software.amazon.awssdk.services.sns.model.Subscription.builder()
                        .subscriptionArn(subscription.confirmed() ? subscription.arn() : "PendingConfirmation")
                        .topicArn(subscription.topic().arn())
                        .protocol(subscription.protocol().wireName())
                        .endpoint(subscription.endpoint())
                        .owner(state.account())
                        .build())
                .toList();
    }

    GetSubscriptionAttributesResponse attributes(GetSubscriptionAttributesRequest request) {
        Subscription subscription = find(request.subscriptionArn());
        Map<String, String> all = new TreeMap<>(subscription.attributes());
        all.putIfAbsent("RawMessageDelivery", "false");
        all.put("SubscriptionArn", subscription.arn());
        all.put("TopicArn", subscription.topic().arn());
        all.put("Protocol", subscription.protocol().wireName());
        all.put("Endpoint", subscription.endpoint());
        all.put("Owner", state.account());
        all.put("PendingConfirmation", Boolean.toString(!subscription.confirmed()));
        return GetSubscriptionAttributesResponse.builder().attributes(all).build();
    }

    SetSubscriptionAttributesResponse set(SetSubscriptionAttributesRequest request) {
        set(find(request.subscriptionArn()), request.attributeName(), request.attributeValue());
        return SetSubscriptionAttributesResponse.builder().build();
    }

    private Subscription find(String arn) {
        return Optional.ofNullable(arn).flatMap(state::subscription).orElseThrow(SnsErrors::noSubscription);
    }
}
