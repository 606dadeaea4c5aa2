package io.agentctl.runtime.telemetry;

import io.agentctl.policies.engine.Decision;
import io.agentctl.runtime.backend.BackendListener;
import io.agentctl.runtime.dispatch.Decided;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What Prometheus scrapes. Thread-safe. */
public final class Metrics implements ExchangeListener {

    /** The content type of {@link #text}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double[] DISPATCH_BUCKETS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };
    private static final double[] DECISION_BUCKETS = {
        0.000001, 0.0000025, 0.000005, 0.00001, 0.000025, 0.00005, 0.0001, 0.001, 0.01, 0.05, 0.25, 1, 5
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests;
    private final Counter decisions;
    private final Counter denials;
    private final CounterDataPoint results;
    private final CounterDataPoint allowances;
    private final DistributionDataPoint dispatchSeconds;
    private final DistributionDataPoint decisionSeconds;

    /** Makes metrics with a registry of their own. */
    public Metrics() {
        requests = Counter.builder()
                .name("agentctl_dispatches")
                .help("Dispatches that were answered, by status and kind of problem.")
                .labelNames("status", "problem")
                .register(registry);
        decisions = Counter.builder()
                .name("agentctl_decisions")
                .help("Decisions, by effect and what decided.")
                .labelNames("effect", "reason")
                .register(registry);
        denials = Counter.builder()
                .name("agentctl_denials")
                .help("Denials, by policy and rule.")
                .labelNames("policy", "rule")
                .register(registry);
        results = requests.labelValues("200", "");
        allowances = decisions.labelValues("allow", "allowed");
        dispatchSeconds = histogram("agentctl_dispatch_seconds", "From arrival to answer.", DISPATCH_BUCKETS);
        decisionSeconds = histogram("agentctl_decision_seconds", "What deciding took.", DECISION_BUCKETS);
    }

    private DistributionDataPoint histogram(String name, String help, double... buckets) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(buckets)
                .withoutExemplars()
                .register(registry);
    }

    /** Has a value asked for with each scrape. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(point -> point.call(value.getAsDouble()))
                .register(registry);
    }

    /** Has values with a label asked for with each scrape. */
    public void gauges(String name, String help, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(point -> values.get().forEach((text, value) -> point.call(value, text)))
                .register(registry);
    }

    @Override
    public void ended(Exchange exchange) {
        dispatchSeconds.observe(exchange.nanos() / NANOS_PER_SECOND);
        if (exchange.problem().isEmpty()) {
            results.inc();
        } else {
            requests.labelValues(Integer.toString(exchange.status()), exchange.problem())
                    .inc();
        }
        exchange.decided().ifPresent(this::decided);
    }

    private void decided(Decided decided) {
        decisionSeconds.observe(decided.nanos() / NANOS_PER_SECOND);
        Decision decision = decided.decision();
        if (decision.allowed()) {
            allowances.inc();
            return;
        }
        decisions
                .labelValues("deny", decision.reason().name().toLowerCase(Locale.ROOT))
                .inc();
        decision.rule().ifPresent(rule -> denials.labelValues(rule.policy().value(), rule.rule())
                .inc());
    }

    /** Counts the calls of back ends. */
    public BackendListener backends() {
        return new BackendMetrics(registry);
    }

    /** All of it, in Prometheus's text format. */
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        try {
            writer.write(out, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
