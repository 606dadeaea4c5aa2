package io.agentctl.control.overview;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.lambda.FunctionsGateway;
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
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Reads what a runtime did in the last hour: two calls, whatever there is, and how large its functions are. */
final class FiguresReader {

    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration FINE = Duration.ofMinutes(1);
    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final int MINUTES = 5;
    private static final int OF_RUNTIME = 9;
    private static final int A_FUNCTION = 4;
    private static final double PERCENT = 100;

    private final MetricsGateway metrics;
    private final FunctionsGateway sizes;

    FiguresReader(MetricsGateway metrics, FunctionsGateway sizes) {
        this.metrics = metrics;
        this.sizes = sizes;
    }

    RuntimeFigures read(String project, List<String> functions, Instant now) {
        MetricId answers = MetricId.of(project + "/API", "ResponseTime", Map.of());
        MetricId failures = MetricId.of(project + "/API", "ErrorRate", Map.of());
        MetricId refusals = MetricId.of(project + "/API", "ClientErrorRate", Map.of());
        Supplier<Map<String, Integer>> memory = Parallel.begin(() -> memory(functions));
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
                new MetricQuery(MetricId.of(project + "/Governance", "DecisionTime", Map.of()), Statistic.AVERAGE),
                new MetricQuery(refusals, Statistic.SUM),
                new MetricQuery(refusals, Statistic.SAMPLE_COUNT)));
        functions.forEach(function -> queries.addAll(List.of(
                MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.SUM),
                MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.SAMPLE_COUNT),
                MetricQuery.ofFunction(function, FunctionMetric.ERRORS, Statistic.SUM),
                MetricQuery.ofFunction(function, FunctionMetric.THROTTLES, Statistic.SUM))));
        List<Series> series = read(queries, now, COARSE);
        List<FunctionFigures> figures = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            int first = OF_RUNTIME + i * A_FUNCTION;
            figures.add(function(
                    functions.get(i), memory.get().get(functions.get(i)), series.subList(first, first + A_FUNCTION)));
        }
        OptionalDouble count = latest(series.get(3));
        return new RuntimeFigures(
                latest(series.get(0)),
                latest(series.get(1)),
                latest(series.get(2)),
                count.isPresent() ? OptionalDouble.of(count.getAsDouble() / MINUTES) : count,
                known(byMinute.get().max()),
                share(series.get(4), series.get(5)),
                share(series.get(7), series.get(8)),
                known(series.get(6).mean()),
                figures,
                newest(byMinute.get()));
    }

    /** Of percentages of single answers, which are 0 or 100. */
    private static OptionalDouble share(Series percentages, Series answers) {
        double answered = sum(answers);
        return answered > 0 ? OptionalDouble.of(sum(percentages) / PERCENT / answered) : OptionalDouble.empty();
    }

    /** Whoever may read metrics need not be allowed to list functions. */
    private Map<String, Integer> memory(List<String> functions) {
        if (functions.isEmpty()) {
            return Map.of();
        }
        try {
            return sizes.all().stream()
                    .collect(Collectors.toMap(FunctionConfiguration::functionName, FunctionConfiguration::memorySize));
        } catch (AgentctlException unreadable) {
            return Map.of();
        }
    }

    /** Whole periods only: one under way has too few answers. */
    private List<Series> read(List<MetricQuery> queries, Instant now, Duration period) {
        long seconds = period.toSeconds();
        Instant to = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        return metrics.read(queries, to.minus(BACK), to, period);
    }

    private static FunctionFigures function(String name, Integer memory, List<Series> series) {
        double invocations = sum(series.get(1));
        return new FunctionFigures(
                name,
                invocations > 0 ? OptionalDouble.of(sum(series.get(0)) / invocations) : OptionalDouble.empty(),
                memory == null ? OptionalInt.empty() : OptionalInt.of(memory),
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
