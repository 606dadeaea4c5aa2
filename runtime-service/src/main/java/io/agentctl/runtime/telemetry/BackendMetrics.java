package io.agentctl.runtime.telemetry;

import io.agentctl.runtime.backend.BackendException;
import io.agentctl.runtime.backend.BackendHealth.Circuit;
import io.agentctl.runtime.backend.BackendListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Counts what back ends do. Thread-safe. */
final class BackendMetrics implements BackendListener {

    private static final String BACKEND = "backend";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Counter calls;
    private final Counter retries;
    private final Counter exhausted;
    private final Counter changes;
    private final Histogram seconds;

    BackendMetrics(PrometheusRegistry registry) {
        calls = counter(registry, "agentctl_backend_calls", "Calls of back ends, by what they ended with.", "outcome");
        retries = counter(registry, "agentctl_backend_retries", "Attempts after the first, by what failed.", "reason");
        exhausted = Counter.builder()
                .name("agentctl_backend_retries_refused")
                .help("Attempts that the budget of retries did not allow.")
                .labelNames(BACKEND)
                .register(registry);
        changes = counter(registry, "agentctl_backend_circuit_changes", "Changes of circuits, by the state.", "to");
        seconds = Histogram.builder()
                .name("agentctl_backend_seconds")
                .help("What calls of back ends took, with all attempts.")
                .labelNames(BACKEND)
                .classicOnly()
                .withoutExemplars()
                .register(registry);
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help, String label) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(BACKEND, label)
                .register(registry);
    }

    @Override
    public void ended(String backend, Optional<BackendException.Kind> failure, Duration took, int attempts) {
        calls.labelValues(backend, failure.map(BackendMetrics::lower).orElse("answered"))
                .inc();
        seconds.labelValues(backend).observe(took.toNanos() / NANOS_PER_SECOND);
    }

    @Override
    public void retried(String backend, BackendException.Kind why, Duration pause) {
        retries.labelValues(backend, lower(why)).inc();
    }

    @Override
    public void budgetExhausted(String backend) {
        exhausted.labelValues(backend).inc();
    }

    @Override
    public void circuitChanged(String backend, Circuit from, Circuit to) {
        changes.labelValues(backend, lower(to)).inc();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
