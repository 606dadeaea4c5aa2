package io.agentctl.sandbox.sqs;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.Ids;
import io.agentctl.sandbox.time.Simulation;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** All queues of an account; to be used inside {@link Simulation#now}. */
public final class SqsState {
    private final Simulation simulation;
    private final Arns arns;
    private final Supplier<URI> endpoint;
    private final Ids ids;
    private final Map<String, Queue> queues = new TreeMap<>();

    /**
     * An account without queues.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     * @param endpoint what queues' URLs begin with
     * @param seed decides identifiers
     */
    public SqsState(Simulation simulation, Arns arns, Supplier<URI> endpoint, long seed) {
        this.simulation = simulation;
        this.arns = arns;
        this.endpoint = endpoint;
        this.ids = new Ids(seed ^ "sqs".hashCode());
    }

    /**
     * Creates a queue.
     *
     * @param name its name
     * @param attributes as {@code CreateQueue} takes them
     * @throws software.amazon.awssdk.services.sqs.model.SqsException when the service would refuse it
     */
    public void seed(String name, Map<String, String> attributes) {
        add(new Queue(name, QueueSettings.of(attributes), simulation.instant()));
    }

    /**
     * Puts a message into a queue for another service of the account; without the queue, it is lost.
     *
     * @param queueArn the queue
     * @param body the text
     * @param attributes the sender's
     */
    public void deliver(String queueArn, String body, Map<String, MessageAttributeValue> attributes) {
        queues.values().stream()
                .filter(queue -> arn(queue).equals(queueArn))
                .forEach(queue -> queue.add(new StoredMessage(
                        ids.uuid(),
                        new StoredMessage.Contents(body, attributes, Map.of()),
                        simulation.instant(),
                        simulation.instant().plusSeconds(queue.settings().delay()))));
    }

    Simulation simulation() {
        return simulation;
    }

    Ids ids() {
        return ids;
    }

    void add(Queue queue) {
        queues.put(queue.name(), queue);
    }

    Collection<Queue> queues() {
        return queues.values();
    }

    Optional<Queue> named(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    /** Finds a queue by its URL: by the last part, so that a URL holds for whatever name the sandbox is reached by. */
    Queue at(String url) {
        if (url == null || url.isEmpty()) {
            throw SqsErrors.missing("QueueUrl");
        }
        return named(url.substring(url.lastIndexOf('/') + 1)).orElseThrow(SqsErrors::queueDoesNotExist);
    }

    String url(Queue queue) {
        return endpoint.get() + "/" + arns.account() + "/" + queue.name();
    }

    String arn(Queue queue) {
        return "arn:aws:sqs:" + arns.region() + ":" + arns.account() + ":" + queue.name();
    }
}
