package io.agentctl.control.overview;

import io.agentctl.control.capacity.FindMeters;
import io.agentctl.control.capacity.Mode;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricQuery.Metric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.overview.Curves.Answers;
import io.agentctl.control.overview.Curves.FunctionCurves;
import io.agentctl.control.overview.Curves.ServiceCurves;
import io.agentctl.control.overview.Curves.TableCurves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads everything that a dashboard draws: one batch, whatever there is. */
final class CurvesReader {

    private static final double PERCENT = 100;
    private static final double SECONDS_A_MINUTE = 60;

    private final MetricsGateway metrics;

    CurvesReader(MetricsGateway metrics) {
        this.metrics = metrics;
    }

    /** Whose curves to read. */
    record Subjects(
            String project, List<ServiceName> services, List<String> functions, List<FindMeters.Found> meters) {}

    /**
     * Reads them.
     *
     * @param since a multiple of the range's period; curves begin there if that is later than where the range begins
     */
    Curves read(Subjects subjects, Range range, Optional<Instant> since, Instant now) {
        Instant to = range.end(now);
        Instant begin = to.minus(range.length());
        Instant from = since.filter(later -> later.isAfter(begin) && later.isBefore(to))
                .orElse(begin);
        Iterator<Series> series =
                metrics.read(queries(subjects), from, to, range.period()).iterator();
        Series p50 = series.next();
        Answers answers = answers(p50, series, range);
        return new Curves(
                range,
                from,
                to,
                answers,
                subjects.services().stream()
                        .map(service -> new ServiceCurves(
                                service.service(),
                                History.of(series.next()),
                                History.of(series.next()),
                                History.of(series.next())))
                        .toList(),
                subjects.functions().stream()
                        .map(function -> function(function, series, range))
                        .toList(),
                subjects.meters().stream()
                        .map(meter -> table(meter, series, range))
                        .toList(),
                newest(p50));
    }

    /** In the order in which the series are taken. */
    private static List<MetricQuery> queries(Subjects subjects) {
        MetricId response = MetricId.of(subjects.project() + "/API", "ResponseTime", Map.of());
        MetricId failures = MetricId.of(subjects.project() + "/API", "ErrorRate", Map.of());
        MetricId decisions = MetricId.of(subjects.project() + "/Governance", "DecisionTime", Map.of());
        List<MetricQuery> queries = new ArrayList<>(List.of(
                new MetricQuery(response, Statistic.percentile(50)),
                new MetricQuery(response, Statistic.percentile(95)),
                new MetricQuery(response, Statistic.percentile(99)),
                new MetricQuery(response, Statistic.SAMPLE_COUNT),
                new MetricQuery(failures, Statistic.AVERAGE),
                new MetricQuery(decisions, Statistic.AVERAGE)));
        for (ServiceName service : subjects.services()) {
            queries.add(of(service, Metric.CPU, Statistic.AVERAGE));
            queries.add(of(service, Metric.CPU, Statistic.MAXIMUM));
            queries.add(of(service, Metric.MEMORY, Statistic.MAXIMUM));
        }
        for (String function : subjects.functions()) {
            queries.add(MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.percentile(50)));
            queries.add(MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.percentile(99)));
            queries.add(MetricQuery.ofFunction(function, FunctionMetric.INVOCATIONS, Statistic.SUM));
            queries.add(MetricQuery.ofFunction(function, FunctionMetric.ERRORS, Statistic.SUM));
            queries.add(MetricQuery.ofFunction(function, FunctionMetric.THROTTLES, Statistic.SUM));
            queries.add(memory(function));
        }
        subjects.meters().forEach(meter -> queries.addAll(meter.queries()));
        return queries;
    }

    private static MetricQuery of(ServiceName service, Metric metric, Statistic statistic) {
        return MetricQuery.ofService(service.cluster(), service.service(), metric, statistic);
    }

    /** AWS/Lambda does not measure memory (CloudWatch User Guide, "Metrics collected by Lambda Insights"). */
    private static MetricQuery memory(String function) {
        return new MetricQuery(
                MetricId.of("LambdaInsights", "memory_utilization", Map.of("function_name", function)),
                Statistic.MAXIMUM);
    }

    /** ErrorRate is 100 for a failure and 0 for any other answer, so its average is a percentage. */
    private static Answers answers(Series p50, Iterator<Series> series, Range range) {
        return new Answers(
                History.of(p50),
                History.of(series.next()),
                History.of(series.next()),
                perMinute(series.next(), range),
                History.of(series.next(), 1 / PERCENT),
                History.of(series.next()));
    }

    private static FunctionCurves function(String name, Iterator<Series> series, Range range) {
        return new FunctionCurves(
                name,
                History.of(series.next()),
                History.of(series.next()),
                perMinute(series.next(), range),
                History.of(series.next()),
                History.of(series.next()),
                History.of(series.next()));
    }

    private static TableCurves table(FindMeters.Found meter, Iterator<Series> series, Range range) {
        History consumed = History.of(series.next(), 1.0 / range.period().toSeconds());
        OptionalDouble provisioned = History.of(series.next()).latest();
        OptionalDouble units = meter.mode() == Mode.ON_DEMAND
                ? OptionalDouble.empty()
                : OptionalDouble.of(provisioned.orElse(meter.units()));
        return new TableCurves(
                meter.table().value(),
                meter.meter().toString(),
                meter.mode(),
                units,
                consumed,
                History.of(series.next()));
    }

    private static History perMinute(Series counts, Range range) {
        return History.of(counts, SECONDS_A_MINUTE / range.period().toSeconds());
    }

    private static Optional<Instant> newest(Series series) {
        for (int i = series.size() - 1; i >= 0; i--) {
            if (!Double.isNaN(series.value(i))) {
                return Optional.of(series.time(i + 1));
            }
        }
        return Optional.empty();
    }
}
