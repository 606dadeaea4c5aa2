package io.agentctl.control.rightsizing;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads what services used over a look-back, in full batches, and which sizes were in force meanwhile. */
final class UsageObserver {

    /** Five statistics a service; see {@link #queries}. */
    private static final int STATISTICS = 5;

    private static final int USUAL_AT_ONCE = 50;

    private final MetricsGateway metrics;
    private final SizeHistory sizes;

    UsageObserver(MetricsGateway metrics, SizeHistory sizes) {
        this.metrics = metrics;
        this.sizes = sizes;
    }

    /**
     * Observes services some at a time, so that no more is held than must be.
     *
     * @param taker takes each with what it used, in order
     */
    void each(
            List<ObservedService> services,
            Instant from,
            Instant to,
            Duration period,
            ProgressListener progress,
            BiConsumer<ObservedService, ObservedUsage> taker) {
        int atOnce = servicesAtOnce(Duration.between(from, to).dividedBy(period));
        for (int start = 0; start < services.size(); start += atOnce) {
            List<ObservedService> batch = services.subList(start, Math.min(services.size(), start + atOnce));
            progress.advance("reading metrics of services", start, services.size());
            List<ObservedUsage> used = observe(batch, from, to, period);
            for (int i = 0; i < batch.size(); i++) {
                taker.accept(batch.get(i), used.get(i));
            }
        }
    }

    /**
     * How many services to read at once: about fifty, so that little is held in memory (over two weeks at five minutes
     * they take 8 MB), and so many that their queries fill whole calls.
     *
     * @param periods in the look-back
     */
    static int servicesAtOnce(long periods) {
        int queriesPerCall = MetricsGateway.queriesPerCall(periods);
        int filling = queriesPerCall % STATISTICS == 0 ? queriesPerCall / STATISTICS : queriesPerCall;
        return filling * Math.max(1, USUAL_AT_ONCE / filling);
    }

    /** The usage of each service, in their order. */
    List<ObservedUsage> observe(List<ObservedService> services, Instant from, Instant to, Duration period) {
        List<MetricQuery> queries =
                services.stream().flatMap(service -> queries(service).stream()).toList();
        List<Series> series = metrics.read(queries, from, to, period);
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            indexes.add(i);
        }
        return Parallel.map(
                indexes,
                i -> usage(services.get(i), series.subList(i * STATISTICS, (i + 1) * STATISTICS), from, period));
    }

    private ObservedUsage usage(ObservedService service, List<Series> series, Instant from, Duration period) {
        SizeHistory.Found found = sizes.since(service, from);
        ServiceUsage usage = new ServiceUsage(
                series.get(0),
                series.get(1),
                series.get(2),
                series.get(3),
                tasks(series.get(4), period),
                found.sizes());
        return new ObservedUsage(usage, found.resolved() ? Resizes.RESOLVED : Resizes.UNRESOLVED);
    }

    private static List<MetricQuery> queries(ObservedService service) {
        String cluster = service.name().cluster();
        String name = service.name().service();
        return List.of(
                MetricQuery.ofService(cluster, name, Metric.CPU, Statistic.AVERAGE),
                MetricQuery.ofService(cluster, name, Metric.CPU, Statistic.MAXIMUM),
                MetricQuery.ofService(cluster, name, Metric.MEMORY, Statistic.AVERAGE),
                MetricQuery.ofService(cluster, name, Metric.MEMORY, Statistic.MAXIMUM),
                MetricQuery.ofService(cluster, name, Metric.CPU, Statistic.SAMPLE_COUNT));
    }

    /** Every task reports once a minute, so the samples of a period over its minutes are the tasks that ran. */
    private static Series tasks(Series samples, Duration period) {
        double[] tasks = samples.toArray();
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = tasks[i] / period.toMinutes();
        }
        return Series.of(samples.start(), period, tasks);
    }
}
