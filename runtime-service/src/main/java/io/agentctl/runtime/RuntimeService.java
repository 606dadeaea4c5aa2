package io.agentctl.runtime;

import io.agentctl.policies.store.PolicyStore;
import io.agentctl.runtime.backend.BackendHealth;
import io.agentctl.runtime.backend.Router;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry.CloudWatch;
import io.agentctl.runtime.dispatch.Admission;
import io.agentctl.runtime.dispatch.Decider;
import io.agentctl.runtime.dispatch.DecisionIds;
import io.agentctl.runtime.dispatch.Dispatcher;
import io.agentctl.runtime.dispatch.UsageCounters;
import io.agentctl.runtime.http.Endpoints;
import io.agentctl.runtime.http.RuntimeServer;
import io.agentctl.runtime.http.ServerParts;
import io.agentctl.runtime.policy.ActivePolicies;
import io.agentctl.runtime.policy.DecisionRecorder;
import io.agentctl.runtime.policy.FunctionDecider;
import io.agentctl.runtime.policy.Governance;
import io.agentctl.runtime.policy.PolicyState;
import io.agentctl.runtime.telemetry.ExchangeListener;
import io.agentctl.runtime.telemetry.JsonLogs;
import io.agentctl.runtime.telemetry.Listeners;
import io.agentctl.runtime.telemetry.LogWriter;
import io.agentctl.runtime.telemetry.MetricPublisher;
import io.agentctl.runtime.telemetry.Metrics;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The runtime in one process. */
public final class RuntimeService implements AutoCloseable {

    private final RuntimeServer server;
    private final Governance governance;
    private final Deque<AutoCloseable> closing;

    private RuntimeService(RuntimeServer server, Governance governance, Deque<AutoCloseable> closing) {
        this.server = server;
        this.governance = governance;
        this.closing = closing;
    }

    /**
     * Starts a runtime, which accepts requests as soon as this returns; it is ready once policies were loaded.
     *
     * @param files what the files hold that the configuration names
     * @param out where logs go
     * @throws IllegalStateException if the port is taken
     * @throws io.agentctl.runtime.configuration.ConfigurationException if back ends or tokens cannot be used
     */
    public static RuntimeService start(RuntimeConfiguration configuration, NamedFiles files, OutputStream out) {
        return new Assembly(configuration, files, out).start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** How it stands with its policies. */
    public PolicyState policies() {
        return governance.state();
    }

    /** Finishes what is under way, within the deadline, and stops. */
    @Override
    public void close() {
        server.drain();
        closing.forEach(Closing::quietly);
    }

    /** Makes everything by hand, in the order in which it depends on each other. */
    private static final class Assembly {

        private final RuntimeConfiguration configuration;
        private final NamedFiles files;
        private final InstantSource clock = Clock.systemUTC();
        private final DecisionIds ids = new DecisionIds();
        private final AwsClients aws;
        private final LogWriter writer;
        private final ActivePolicies active;
        private final JsonLogs logs;
        private final Metrics metrics = new Metrics();

        Assembly(RuntimeConfiguration configuration, NamedFiles files, OutputStream out) {
            this.configuration = configuration;
            this.files = files;
            this.aws = new AwsClients(configuration.aws());
            this.writer = new LogWriter(out);
            this.active = new ActivePolicies(configuration.policies().cache());
            this.logs = new JsonLogs(writer, configuration.telemetry(), active::record, clock);
        }

        RuntimeService start() {
            Deque<AutoCloseable> closing = new ArrayDeque<>();
            closing.push(writer);
            List<ExchangeListener> listeners = new ArrayList<>(List.of(metrics, logs));
            RuntimeConfiguration.Telemetry telemetry = configuration.telemetry();
            if (telemetry.cloudWatch() != CloudWatch.OFF) {
                MetricPublisher publisher = new MetricPublisher(
                        configuration.project(),
                        telemetry.cloudWatch(),
                        aws::cloudWatch,
                        writer,
                        logs,
                        clock,
                        telemetry.interval());
                listeners.add(publisher);
                closing.push(publisher);
            }
            listeners.add(new ShadowListener(active, logs::flipped));
            Optional<PolicyStore> store = store(closing);
            store.map(this::recorder).ifPresent(recorder -> {
                listeners.add(recorder);
                closing.push(recorder);
            });
            Backends backends = Backends.of(configuration, aws, metrics.backends());
            Router router = backends.router();
            RuntimeConfiguration.Limits limits = configuration.limits();
            Admission admission = new Admission(limits.concurrency(), limits.queue(), limits.queueWait());
            Optional<FunctionDecider> function = backends.governance().map(FunctionDecider::new);
            Governance governance = function.map(Governance::ofFunction).orElseGet(() -> governance(store));
            closing.push(backends);
            closing.push(governance);
            RuntimeServer server = Endpoints.server(
                    configuration,
                    files.tokens(),
                    new ServerParts(
                            dispatcher(router, function.map(Decider.class::cast).orElse(active), limits.timeout()),
                            admission,
                            governance::state,
                            backends::health,
                            metrics::text,
                            new Listeners(listeners),
                            logs,
                            clock,
                            Map.of(
                                    "instance", ids.instance(),
                                    "environment", configuration.environment(),
                                    "project", configuration.project())));
            measure(governance, admission, backends);
            try {
                governance.start();
                server.start();
            } catch (IllegalStateException unable) {
                closing.forEach(Closing::quietly);
                throw unable;
            }
            logs.note("runtime.started", "port " + server.port() + ", environment " + configuration.environment());
            return new RuntimeService(server, governance, closing);
        }

        private DecisionRecorder recorder(PolicyStore store) {
            RuntimeConfiguration.Telemetry telemetry = configuration.telemetry();
            DecisionRecorder recorder = new DecisionRecorder(
                    store, configuration.environment(), active, logs, telemetry.recordShare(), telemetry.recordFor());
            metrics.gauge(
                    "agentctl_records_dropped", "Decisions that were to be recorded and were not.", recorder::dropped);
            return recorder;
        }

        private Dispatcher dispatcher(Router router, Decider decider, Duration timeout) {
            return new Dispatcher(
                    configuration.environment(),
                    router,
                    decider,
                    new UsageCounters(System::nanoTime),
                    ids,
                    clock,
                    timeout);
        }

        /** The store, and the client that is closed after all that use it; nothing where it is not asked here. */
        private Optional<PolicyStore> store(Deque<AutoCloseable> closing) {
            if (configuration.policies().local() || configuration.governance().isPresent()) {
                return Optional.empty();
            }
            DynamoDbClient client = aws.dynamoDb();
            closing.push(client);
            return Optional.of(new PolicyStore(client, configuration.policies().table(), clock));
        }

        private Governance governance(Optional<PolicyStore> store) {
            if (store.isEmpty()) {
                return Governance.ofFiles(configuration, active, logs, clock);
            }
            String address =
                    configuration.server().host() + ":" + configuration.server().port();
            return Governance.ofStore(
                    configuration, store.get(), files.trusted(), active, ids.instance(), address, logs, clock);
        }

        private void measure(Governance governance, Admission admission, Backends backends) {
            metrics.gauge("agentctl_dispatches_in_flight", "Dispatches under way.", admission::inFlight);
            metrics.gauge("agentctl_dispatches_waiting", "Dispatches that wait to be let in.", admission::waiting);
            metrics.gauge("agentctl_log_lines_dropped", "Log lines that were not written.", writer::dropped);
            metrics.gauge("agentctl_policy_generation", "The generation in force.", () -> governance
                    .state()
                    .generation());
            metrics.gauge("agentctl_policies", "Policies in force.", () -> governance
                    .state()
                    .policies());
            metrics.gauge(
                    "agentctl_policy_store_unreachable_seconds",
                    "For how long the source of policies has not answered.",
                    () -> governance
                            .state()
                            .unreachableSince()
                            .map(since ->
                                    Duration.between(since, clock.instant()).toMillis() / 1e3)
                            .orElse(0.0));
            metrics.gauges(
                    "agentctl_backend_open",
                    "1 for a back end whose circuit is not closed.",
                    "backend",
                    () -> backends.health().stream()
                            .collect(Collectors.toMap(
                                    BackendHealth::name,
                                    health -> health.circuit() == BackendHealth.Circuit.CLOSED ? 0.0 : 1.0,
                                    Math::max)));
        }
    }
}
