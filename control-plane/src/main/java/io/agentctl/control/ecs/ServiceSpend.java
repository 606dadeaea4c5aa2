package io.agentctl.control.ecs;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.PriceTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the tasks of a service cost at the rate at which they ran, each at the size of now.
 *
 * @param name which service
 * @param tasks how many ran on average; how many are wanted where none was measured
 * @param measured false if no task was measured
 * @param setting such as {@code 2.0 × 512/1024 arm64}
 * @param monthly US dollars for 730 hours; empty where the tasks have no Fargate size
 */
public record ServiceSpend(ServiceName name, double tasks, boolean measured, String setting, Optional<Money> monthly) {

    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * Reads how many tasks ran: a series a service, hours.
     *
     * @param from a whole hour
     * @param to a later one
     */
    public static List<ServiceSpend> read(
            MetricsGateway metrics, List<ObservedService> services, Instant from, Instant to, PriceTable prices) {
        List<MetricQuery> queries = services.stream()
                .map(service -> MetricQuery.ofService(
                        service.name().cluster(), service.name().service(), Metric.CPU, Statistic.SAMPLE_COUNT))
                .toList();
        List<Series> samples = metrics.read(queries, from, to, HOUR);
        List<ServiceSpend> spends = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            spends.add(of(services.get(i), samples.get(i), prices));
        }
        return spends;
    }

    /**
     * Prices the tasks that ran. Every task reports once a minute, so that the samples over the minutes are tasks; an
     * hour without samples had none, and of what was before the first sample nothing is known.
     *
     * @param samples of CPU, in each period
     */
    static ServiceSpend of(ObservedService service, Series samples, PriceTable prices) {
        int first = 0;
        while (first < samples.size() && Double.isNaN(samples.value(first))) {
            first++;
        }
        boolean measured = first < samples.size();
        double sum = 0;
        for (int i = first; i < samples.size(); i++) {
            sum += Double.isNaN(samples.value(i)) ? 0 : samples.value(i);
        }
        double minutes = (double) (samples.size() - first) * samples.period().toMinutes();
        double tasks = measured ? sum / minutes : service.desired();
        return new ServiceSpend(
                service.name(), tasks, measured, setting(service, tasks), monthly(service, tasks, prices));
    }

    /** What so many tasks of a service cost; empty where they have no Fargate size. */
    static Optional<Money> monthly(ObservedService service, double tasks, PriceTable prices) {
        ObservedTaskDefinition definition = service.taskDefinition();
        return definition
                .taskSize()
                .map(size -> prices.monthlyCost(
                        size.cpuUnits(), size.memoryMib(), tasks, definition.architecture(), service.spotShare()));
    }

    private static String setting(ObservedService service, double tasks) {
        ObservedTaskDefinition definition = service.taskDefinition();
        String count = String.format(Locale.ROOT, "%.1f × ", tasks);
        return definition
                        .taskSize()
                        .map(size -> count + size + " "
                                + definition.architecture().name().toLowerCase(Locale.ROOT))
                        .orElse(count + definition.shortName())
                + (service.spotShare() > 0
                        ? String.format(Locale.ROOT, ", %.0f %% Spot", service.spotShare() * 100)
                        : "");
    }
}
