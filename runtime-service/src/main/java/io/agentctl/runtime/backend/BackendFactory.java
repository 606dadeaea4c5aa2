package io.agentctl.runtime.backend;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes back ends from their settings. It owns the connections of all HTTP back ends, which it opens for the first, and
 * is to be closed after them. The AWS clients, built for the first back end that needs one, are their owner's to close.
 * Not safe for concurrent use; what it makes is.
 */
public final class BackendFactory implements AutoCloseable {

    private final PoolSettings pool;
    private final Supplier<LambdaClient> lambda;
    private final Supplier<SqsClient> sqs;
    private final BackendListener listener;
    private final RandomGenerator random = new SecureRandom();
    private HttpConnections connections;

    /**
     * Makes a factory.
     *
     * @param lambda gives the same client each time; prepared by {@link BackendClients#prepare}
     * @param sqs likewise
     * @param listener is told of every call to a target; {@code echo:} has none
     */
    public BackendFactory(
            PoolSettings pool, Supplier<LambdaClient> lambda, Supplier<SqsClient> sqs, BackendListener listener) {
        this.pool = pool;
        this.lambda = lambda;
        this.sqs = sqs;
        this.listener = listener;
    }

    /** Makes a back end; nothing is asked of its target yet. */
    public Backend make(BackendSettings settings) {
        return switch (settings.target()) {
            case BackendTarget.Echo ignored -> new EchoBackend(settings.name());
            case BackendTarget.Http http ->
                guarded(
                        settings,
                        new HttpTransport(
                                settings.name(),
                                http.url(),
                                settings.answerLimit(),
                                connections().client()));
            case BackendTarget.Lambda function ->
                guarded(settings, new LambdaTransport(settings.name(), function, settings.answerLimit(), lambda.get()));
            case BackendTarget.Sqs queue -> guarded(settings, new SqsTransport(settings.name(), queue, sqs.get()));
        };
    }

    private Backend guarded(BackendSettings settings, Transport transport) {
        return new GuardedBackend(settings, transport, Time.SYSTEM, random, listener);
    }

    private HttpConnections connections() {
        if (connections == null) {
            connections = HttpConnections.open(pool);
        }
        return connections;
    }

    @Override
    public void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
