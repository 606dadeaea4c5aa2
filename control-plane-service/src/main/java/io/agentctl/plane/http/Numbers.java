package io.agentctl.plane.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What is counted, as Prometheus reads it. Safe to use from many threads. */
public final class Numbers {

    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("agentctl_requests")
            .help("Requests answered, by route and status.")
            .labelNames("route", "status")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("agentctl_request_seconds")
            .help("Time to an answer, in seconds, by route. What is followed is not among it.")
            .labelNames("route")
            .classicOnly()
            .register(registry);
    private final Counter runs = Counter.builder()
            .name("agentctl_operations")
            .help("Operations that are over, by use case and state.")
            .labelNames("use_case", "state")
            .register(registry);
    private final Gauge followers = Gauge.builder()
            .name("agentctl_followers")
            .help("Listeners that follow operations now.")
            .register(registry);

    void answered(String route, int status) {
        requests.labelValues(route, Integer.toString(status)).inc();
    }

    void answered(String route, int status, Duration took) {
        answered(route, status);
        seconds.labelValues(route).observe(took.toNanos() / NANOS);
    }

    /** Counts an operation that is over. */
    public void ended(String useCase, String state) {
        runs.labelValues(useCase, state).inc();
    }

    void followed(int change) {
        followers.inc(change);
    }

    byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
