package io.agentctl.control.overview;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.overview.RuntimeFigures.FunctionFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Reads what a runtime did in the last hour: two calls, whatever there is. */
final class FiguresReader {

    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration FINE = Duration.ofMinutes(1);
    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final int MINUTES = 5;
    private static final int OF_RUNTIME = 7;
    private static final int A_FUNCTION = 4;
    private static final double PERCENT = 100;

    private final MetricsGateway metrics;

    FiguresReader(MetricsGateway metrics) {
        this.metrics = metrics;
    }

    RuntimeFigures read(String project, List<String> functions, Instant now) {
        MetricId answers = MetricId.of(project + "/API", "ResponseTime", Map.of());
        MetricId failures = MetricId.of(project + "/API", "ErrorRate", Map.of());
        Supplier<Series> byMinute =
                Parallel.begin(() -> read(List.of(new MetricQuery(answers, Statistic.SAMPLE_COUNT)), now, FINE)
                        .getFirst());
        List<MetricQuery> queries = new ArrayList<>(List.of(
                new MetricQuery(answers, Statistic.percentile(50)),
                new MetricQuery(answers, Statistic.percentile(95)),
                new MetricQuery(answers, Statistic.percentile(99)),
                new MetricQuery(answers, Statistic.SAMPLE_COUNT),
                new MetricQuery(failures, Statistic.SUM),
                new MetricQuery(failures, Statistic.SAMPLE_COUNT),
                new MetricQuery(MetricId.of(project + "/Governance", "DecisionTime", Map.of()), Statistic.AVERAGE)));
        functions.forEach(function -> queries.addAll(List.of(
                MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.SUM),
                MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.SAMPLE_COUNT),
                MetricQuery.ofFunction(function, FunctionMetric.ERRORS, Statistic.SUM),
                MetricQuery.ofFunction(function, FunctionMetric.THROTTLES, Statistic.SUM))));
        List<Series> series = read(queries, now, COARSE);
        List<FunctionFigures> figures = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            int first = OF_RUNTIME + i * A_FUNCTION;
            figures.add(function(functions.get(i), series.subList(first, first + A_FUNCTION)));
        }
        double answered = sum(series.get(5));
        OptionalDouble count = latest(series.get(3));
        return new RuntimeFigures(
                latest(series.get(0)),
                latest(series.get(1)),
                latest(series.get(2)),
                count.isPresent() ? OptionalDouble.of(count.getAsDouble() / MINUTES) : count,
                known(byMinute.get().max()),
                answered > 0 ? OptionalDouble.of(sum(series.get(4)) / PERCENT / answered) : OptionalDouble.empty(),
                known(series.get(6).mean()),
                figures,
                newest(byMinute.get()));
    }

    /** Whole periods only: one under way has too few answers. */
    private List<Series> read(List<MetricQuery> queries, Instant now, Duration period) {
        long seconds = period.toSeconds();
        Instant to = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        return metrics.read(queries, to.minus(BACK), to, period);
    }

    private static FunctionFigures function(String name, List<Series> series) {
        double invocations = sum(series.get(1));
        return new FunctionFigures(
                name,
                invocations > 0 ? OptionalDouble.of(sum(series.get(0)) / invocations) : OptionalDouble.empty(),
                sum(series.get(2)),
                sum(series.get(3)));
    }

    private static double sum(Series series) {
        return DoubleStream.of(series.toArray())
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble latest(Series series) {
        for (int i = series.size() - 1; i >= 0; i--) {
            if (!Double.isNaN(series.value(i))) {
                return OptionalDouble.of(series.value(i));
            }
        }
        return OptionalDouble.empty();
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
