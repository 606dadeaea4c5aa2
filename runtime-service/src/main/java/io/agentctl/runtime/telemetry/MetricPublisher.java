package io.agentctl.runtime.telemetry;

import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry.CloudWatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/** Sends metrics to CloudWatch every now and then, on a thread of its own. */
public final class MetricPublisher implements ExchangeListener, AutoCloseable {

    /** PutMetricData's own limit is 150 distinct values, the embedded metric format's 100. */
    private static final int MOST_PUT = 150;

    private static final int MOST_EMBEDDED = 100;
    private static final long CLOSE_MILLIS = 3000;

    private final MetricSampler sampler;
    private final Optional<CloudWatchClient> client;
    private final LogWriter log;
    private final EventLog events;
    private final InstantSource clock;
    private final Duration interval;
    private final Thread thread;

    /**
     * Makes a publisher.
     *
     * @param client asked for only where metrics are put
     */
    public MetricPublisher(
            String project,
            CloudWatch way,
            Supplier<CloudWatchClient> client,
            LogWriter log,
            EventLog events,
            InstantSource clock,
            Duration interval) {
        this.sampler = new MetricSampler(project, way == CloudWatch.PUT ? MOST_PUT : MOST_EMBEDDED);
        this.client = way == CloudWatch.PUT ? Optional.of(client.get()) : Optional.empty();
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.interval = interval;
        this.thread = Thread.ofPlatform().name("metric-publisher").daemon().start(this::run);
    }

    @Override
    public void ended(Exchange exchange) {
        sampler.ended(exchange);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(interval);
                publish();
            }
        } catch (InterruptedException ignored) {
            publish();
        }
    }

    private void publish() {
        List<MetricSamples> samples = sampler.drain();
        if (samples.isEmpty()) {
            return;
        }
        if (client.isEmpty()) {
            long now = clock.millis();
            log.write(() -> EmbeddedMetrics.line(samples, now));
            return;
        }
        samples.stream().map(MetricSamples::namespace).distinct().forEach(namespace -> put(namespace, samples));
    }

    private void put(String namespace, List<MetricSamples> samples) {
        List<MetricDatum> data = samples.stream()
                .filter(one -> one.namespace().equals(namespace))
                .map(one -> MetricDatum.builder()
                        .metricName(one.name())
                        .unit(one.unit())
                        .timestamp(clock.instant())
                        .values(one.values())
                        .counts(one.counts())
                        .build())
                .toList();
        try {
            client.get()
                    .putMetricData(PutMetricDataRequest.builder()
                            .namespace(namespace)
                            .metricData(data)
                            .build());
        } catch (SdkException failed) {
            events.warn("metrics.lost", namespace + ": " + failed.getMessage());
        }
    }

    /** Sends what was gathered since the last time. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
        client.ifPresent(CloudWatchClient::close);
    }
}
