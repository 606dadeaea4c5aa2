package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lists services: at what size they run, how busy they were, and what they cost. */
public final class ListServices implements UseCase<ListServices.Request, ListServices.Result> {

    private static final Duration FINE = Duration.ofMinutes(5);
    private static final Duration COARSE = Duration.ofHours(1);
    /**
     * Up to here five minutes are told apart. Beyond, hours do: their peaks are the same, and there is less to read.
     */
    private static final Duration FINE_UP_TO = Duration.ofHours(6);

    /**
     * What to list.
     *
     * @param services which
     * @param since how far to look back for use, at least an hour
     */
    public record Request(Services services, Duration since) {}

    /**
     * The services.
     *
     * @param prices one line: which price table
     * @param monthlyCost of all of them
     * @param services a row each
     */
    public record Result(String prices, Money monthlyCost, List<ServiceRow> services) {
        public Result {
            services = List.copyOf(services);
        }
    }

    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final MetricsGateway metrics;
    private final Supplier<PriceTable> prices;
    private final Clock clock;

    public ListServices(
            EcsGateway ecs,
            ServiceObserver observer,
            MetricsGateway metrics,
            Supplier<PriceTable> prices,
            Clock clock) {
        this.ecs = ecs;
        this.observer = observer;
        this.metrics = metrics;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        Services services = request.services().resolve(ecs, observer);
        Supplier<List<Series>> reading = Parallel.begin(() -> read(services, request.since()));
        List<ObservedService> observed = services.observe(ecs, observer);
        PriceTable table = prices.get();
        List<Series> series = reading.get();
        List<ServiceRow> rows = new ArrayList<>();
        for (int i = 0; i < observed.size(); i++) {
            rows.add(ServiceRow.of(
                    observed.get(i), series.get(3 * i), series.get(3 * i + 1), series.get(3 * i + 2), table));
        }
        Money total = rows.stream().map(ServiceRow::monthlyCost).reduce(Money.ZERO, Money::plus);
        return new Result(table.description(), total, rows);
    }

    private static List<MetricQuery> queries(Services services) {
        List<MetricQuery> queries = new ArrayList<>();
        String cluster = services.cluster();
        for (String name : services.names()) {
            queries.add(MetricQuery.ofService(cluster, name, Metric.CPU, Statistic.AVERAGE));
            queries.add(MetricQuery.ofService(cluster, name, Metric.CPU, Statistic.MAXIMUM));
            queries.add(MetricQuery.ofService(cluster, name, Metric.MEMORY, Statistic.MAXIMUM));
        }
        return queries;
    }

    /** The look-back ends with the period that is under way, so that the latest minutes are in it. */
    private List<Series> read(Services services, Duration since) {
        Duration period = since.compareTo(FINE_UP_TO) <= 0 ? FINE : COARSE;
        long seconds = period.toSeconds();
        Instant to = Instant.ofEpochSecond(Math.ceilDiv(clock.instant().getEpochSecond(), seconds) * seconds);
        long periods = Math.max(1, Math.ceilDiv(since.toSeconds(), seconds));
        return metrics.read(queries(services), to.minus(period.multipliedBy(periods)), to, period);
    }
}
