package io.agentctl.sandbox.sns;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.Ids;
import io.agentctl.sandbox.time.Simulation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All topics of an account with their subscriptions; to be used inside {@link Simulation#now}. */
public final class SnsState {
    private final Simulation simulation;
    private final Arns arns;
    private final Supplier<URI> endpoint;
    private final Ids ids;
    private final Map<String, Topic> topics = new TreeMap<>();
    private final Map<String, Subscription> subscriptions = new TreeMap<>();

    /**
     * An account without topics.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     * @param endpoint what the URLs in messages begin with
     * @param seed decides identifiers
     */
    public SnsState(Simulation simulation, Arns arns, Supplier<URI> endpoint, long seed) {
        this.simulation = simulation;
        this.arns = arns;
        this.endpoint = endpoint;
        this.ids = new Ids(seed ^ "sns".hashCode());
    }

    /**
     * Creates a topic.
     *
     * @param name its name
     * @param queues the names of the queues that it delivers to
     */
    public void seed(String name, List<String> queues) {
        Topic topic = new Topic(arn(name));
        add(topic);
        for (String queue : queues) {
            add(new Subscription(
                    topic.arn() + ":" + ids.uuid(),
                    topic,
                    Protocol.SQS,
                    "arn:aws:sqs:" + arns.region() + ":" + arns.account() + ":" + queue,
                    ids.uuid()));
        }
    }

    Simulation simulation() {
        return simulation;
    }

    Ids ids() {
        return ids;
    }

    URI endpoint() {
        return endpoint.get();
    }

    String account() {
        return arns.account();
    }

    String arn(String name) {
        return "arn:aws:sns:" + arns.region() + ":" + arns.account() + ":" + name;
    }

    void add(Topic topic) {
        topics.put(topic.arn(), topic);
    }

    void remove(Topic topic) {
        topics.remove(topic.arn());
        subscriptions.values().removeIf(subscription -> subscription.topic() == topic);
    }

    List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    Optional<Topic> find(String arn) {
        return Optional.ofNullable(arn).map(topics::get);
    }

    Topic topic(String arn) {
        if (arn == null || !arn.startsWith("arn:aws:sns:")) {
            throw SnsErrors.invalid("TopicArn Reason: An ARN must have at least 6 elements, not "
                    + (arn == null ? 1 : arn.split(":", -1).length));
        }
        return find(arn).orElseThrow(SnsErrors::noTopic);
    }

    void add(Subscription subscription) {
        subscriptions.put(subscription.arn(), subscription);
    }

    void remove(Subscription subscription) {
        if (subscriptions.remove(subscription.arn()) != null) {
            subscription.topic().subscriptionDeleted();
        }
    }

    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    List<Subscription> subscriptions(Topic topic) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.topic() == topic)
                .toList();
    }

    Optional<Subscription> subscription(String arn) {
        return Optional.ofNullable(arn).map(subscriptions::get);
    }
}
