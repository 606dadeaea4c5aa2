package io.agentctl.control.overview;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.capacity.ShowUtilization;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceObserver;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.overview.BudgetLine.Kind;
import io.agentctl.control.overview.BudgetLine.Verdict;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Compares how full services and tables run with their budgets. */
public final class CheckBudgets implements UseCase<CheckBudgets.Request, CheckBudgets.Result> {

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int SERIES_A_SERVICE = 4;
    private static final double PERCENT = 100;
    private static final double MEGA = 1e6;

    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final MetricsGateway metrics;
    private final ShowUtilization tables;
    private final Clock clock;

    public CheckBudgets(
            EcsGateway ecs, ServiceObserver observer, MetricsGateway metrics, ShowUtilization tables, Clock clock) {
        this.ecs = ecs;
        this.observer = observer;
        this.metrics = metrics;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What to compare.
     *
     * @param services which
     * @param tables which
     * @param since over how long
     */
    public record Request(Budgets budgets, Services services, List<TableName> tables, Duration since) {
        public Request {
            tables = List.copyOf(tables);
        }
    }

    /**
     * How full things run.
     *
     * @param at as of when
     * @param since over how long
     */
    public record Result(Instant at, Duration since, List<BudgetLine> budgets) {
        public Result {
            budgets = List.copyOf(budgets);
        }

        /** Whether a budget is exceeded. */
        public boolean over() {
            return budgets.stream().anyMatch(line -> line.verdict() == Verdict.OVER);
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        Supplier<ShowUtilization.Result> used = Parallel.begin(
                () -> tables.run(new ShowUtilization.Request(request.tables(), request.since()), progress));
        List<BudgetLine> lines = new ArrayList<>(services(request));
        lines.addAll(tables(used.get(), request.budgets().table()));
        return new Result(clock.instant(), request.since(), lines);
    }

    private List<BudgetLine> services(Request request) {
        List<ObservedService> services = request.services().observe(ecs, observer);
        if (services.isEmpty()) {
            return List.of();
        }
        List<MetricQuery> queries = new ArrayList<>();
        for (ObservedService service : services) {
            String cluster = service.name().cluster();
            String name = service.name().service();
            queries.add(MetricQuery.ofService(cluster, name, Metric.CPU, Statistic.AVERAGE));
            queries.add(MetricQuery.ofService(cluster, name, Metric.MEMORY, Statistic.AVERAGE));
            queries.add(network(cluster, name, "NetworkRxBytes"));
            queries.add(network(cluster, name, "NetworkTxBytes"));
        }
        long seconds = PERIOD.toSeconds();
        Instant to = Instant.ofEpochSecond(Math.ceilDiv(clock.instant().getEpochSecond(), seconds) * seconds);
        long periods = Math.max(1, Math.ceilDiv(request.since().toSeconds(), seconds));
        List<Series> series = metrics.read(queries, to.minus(PERIOD.multipliedBy(periods)), to, PERIOD);
        List<BudgetLine> lines = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            lines.addAll(lines(
                    services.get(i),
                    series.subList(i * SERIES_A_SERVICE, (i + 1) * SERIES_A_SERVICE),
                    request.budgets()));
        }
        return lines;
    }

    /** Bytes a second of a task (CloudWatch User Guide, "Amazon ECS Container Insights metrics"). */
    private static MetricQuery network(String cluster, String service, String name) {
        return new MetricQuery(
                MetricId.of("ECS/ContainerInsights", name, Map.of("ClusterName", cluster, "ServiceName", service)),
                Statistic.AVERAGE);
    }

    private static List<BudgetLine> lines(ObservedService service, List<Series> series, Budgets budgets) {
        String name = service.name().service();
        return List.of(
                percent(Kind.CPU, service, series.get(0), budgets.cpu()),
                percent(Kind.MEMORY, service, series.get(1), budgets.memory()),
                BudgetLine.unknown(
                        Kind.NETWORK,
                        name,
                        budgets.network(),
                        network(series.get(2).mean(), series.get(3).mean())));
    }

    private static BudgetLine percent(Kind kind, ObservedService service, Series series, double budget) {
        String name = service.name().service();
        if (series.isEmpty()) {
            return BudgetLine.unknown(
                    kind, name, budget, service.running() == 0 ? "no task is running" : "no data in this time");
        }
        return BudgetLine.known(
                kind, name, series.mean() / PERCENT, budget, "highest " + Math.round(series.max()) + "%");
    }

    /** AWS does not say what bandwidth a Fargate task has, so that a share of it would be made up. */
    private static String network(double received, double sent) {
        return Double.isNaN(received) || Double.isNaN(sent)
                ? "not measured: Container Insights is off"
                : String.format(
                        Locale.ROOT,
                        "%.1f MB/s a task; of what, AWS does not say for Fargate",
                        (received + sent) / MEGA);
    }

    private static List<BudgetLine> tables(ShowUtilization.Result found, double budget) {
        List<BudgetLine> lines = new ArrayList<>();
        for (ShowUtilization.Row row : found.meters()) {
            String resource = row.table() + " " + row.meter();
            BudgetLine line = row.utilization().isPresent()
                    ? BudgetLine.known(Kind.TABLE, resource, row.utilization().getAsDouble(), budget, "")
                    : BudgetLine.unknown(
                            Kind.TABLE,
                            resource,
                            budget,
                            row.onDemand() ? "on demand: nothing is provisioned" : "no data in this time");
            lines.add(line.throttling(row.throttled()));
        }
        found.missing()
                .forEach(table ->
                        lines.add(BudgetLine.unknown(Kind.TABLE, table.value(), budget, "there is no such table")));
        return lines;
    }
}
