package io.agentctl.runtime;

import io.agentctl.runtime.backend.Backend;
import io.agentctl.runtime.backend.BackendClients;
import io.agentctl.runtime.backend.BackendFactory;
import io.agentctl.runtime.backend.BackendHealth;
import io.agentctl.runtime.backend.BackendListener;
import io.agentctl.runtime.backend.BackendSettings;
import io.agentctl.runtime.backend.PoolSettings;
import io.agentctl.runtime.backend.Route;
import io.agentctl.runtime.backend.Router;
import io.agentctl.runtime.backend.SettingsException;
import io.agentctl.runtime.configuration.ConfigurationException;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Settings;
import io.agentctl.runtime.policy.FunctionDecider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The back ends of a configuration, and what they share. */
final class Backends implements AutoCloseable {

    private final Router router;
    private final Optional<Backend> governance;
    private final Deque<AutoCloseable> closing;

    private Backends(Router router, Optional<Backend> governance, Deque<AutoCloseable> closing) {
        this.router = router;
        this.governance = governance;
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
        Optional<BackendSettings> function = configuration
                .governance()
                .map(one -> read(
                        one.settings(),
                        () -> FunctionDecider.settings(
                                one.target(), one.settings().values())));
        List<BackendSettings> all =
                Stream.concat(settings.values().stream(), function.stream()).toList();
        Deque<AutoCloseable> closing = new ArrayDeque<>();
        Settings connections = configuration.connections();
        PoolSettings pool = read(connections, () -> PoolSettings.read(connections.values()));
        int calls = all.stream().mapToInt(BackendSettings::bulkhead).sum();
        Duration longest = all.stream()
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
        Optional<Backend> governance = function.map(factory::make);
        Router router = router(configuration, backends);
        closing.push(factory);
        governance.ifPresent(closing::push);
        closing.push(router);
        return new Backends(router, governance, closing);
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

    /** The function that decides, where there is one. */
    Optional<Backend> governance() {
        return governance;
    }

    /** How everything is that this runtime asks. */
    List<BackendHealth> health() {
        return Stream.concat(governance.stream().map(Backend::health), router.health().stream())
                .toList();
    }

    @Override
    public void close() {
        closing.forEach(Closing::quietly);
    }
}
