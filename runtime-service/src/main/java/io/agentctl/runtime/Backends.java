package io.agentctl.runtime;

import io.agentctl.runtime.backend.Backend;
import io.agentctl.runtime.backend.BackendClients;
import io.agentctl.runtime.backend.BackendFactory;
import io.agentctl.runtime.backend.BackendListener;
import io.agentctl.runtime.backend.BackendSettings;
import io.agentctl.runtime.backend.PoolSettings;
import io.agentctl.runtime.backend.Route;
import io.agentctl.runtime.backend.Router;
import io.agentctl.runtime.backend.SettingsException;
import io.agentctl.runtime.configuration.ConfigurationException;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The back ends of a configuration, and what they share. */
final class Backends implements AutoCloseable {

    private final Router router;
    private final Deque<AutoCloseable> closing;

    private Backends(Router router, Deque<AutoCloseable> closing) {
        this.router = router;
        this.closing = closing;
    }

    /**
     * Makes them; nobody is called yet.
     *
     * @throws ConfigurationException if settings cannot be used, saying where each is
     */
    static Backends of(RuntimeConfiguration configuration, AwsClients aws, BackendListener listener) {
        Map<String, BackendSettings> settings = new LinkedHashMap<>();
        configuration
                .backends()
                .forEach((name, one) -> settings.put(
                        name,
                        read(
                                one.settings(),
                                () -> BackendSettings.read(
                                        name, one.target(), one.settings().values()))));
        Deque<AutoCloseable> closing = new ArrayDeque<>();
        Settings connections = configuration.connections();
        PoolSettings pool = read(connections, () -> PoolSettings.read(connections.values()));
        int calls =
                settings.values().stream().mapToInt(BackendSettings::bulkhead).sum();
        Duration longest = settings.values().stream()
                .map(BackendSettings::timeout)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Shared<LambdaClient> lambda = new Shared<>(
                closing, () -> aws.at(BackendClients.prepare(LambdaClient.builder(), pool, calls, longest)));
        Shared<SqsClient> sqs =
                new Shared<>(closing, () -> aws.at(BackendClients.prepare(SqsClient.builder(), pool, calls, longest)));
        BackendFactory factory = new BackendFactory(pool, lambda, sqs, listener);
        Map<String, Backend> backends = new LinkedHashMap<>();
        settings.forEach((name, one) -> backends.put(name, factory.make(one)));
        Router router = router(configuration, backends);
        closing.push(factory);
        closing.push(router);
        return new Backends(router, closing);
    }

    private static Router router(RuntimeConfiguration configuration, Map<String, Backend> backends) {
        try {
            return Router.of(configuration.routes().stream()
                    .map(route -> new Route(route.pattern(), backends.get(route.backend())))
                    .toList());
        } catch (IllegalArgumentException unusable) {
            throw new ConfigurationException("routes: " + unusable.getMessage());
        }
    }

    private static <T> T read(Settings settings, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (SettingsException unusable) {
            throw new ConfigurationException(unusable.problems().stream()
                    .map(problem -> settings.place(problem.key()) + ": " + problem.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    Router router() {
        return router;
    }

    @Override
    public void close() {
        closing.forEach(Closing::quietly);
    }
}
