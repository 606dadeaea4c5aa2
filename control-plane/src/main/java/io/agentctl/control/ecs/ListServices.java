package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricQuery.Statistic;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
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

    private static final Duration PERIOD = Duration.ofMinutes(5);

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
        Instant to = floor(clock.instant());
        Supplier<List<Series>> reading =
                Parallel.begin(() -> metrics.read(queries(services), floor(to.minus(request.since())), to, PERIOD));
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

    private static Instant floor(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), PERIOD.toSeconds()) * PERIOD.toSeconds());
    }
}
