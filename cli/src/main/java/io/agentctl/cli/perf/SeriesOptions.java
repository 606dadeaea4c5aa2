package io.agentctl.cli.perf;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.watch.LocalSeries;
import io.agentctl.control.performance.watch.SeriesSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Which series is looked through, as options. */
final class SeriesOptions {

    private static final String USUAL_SINCE = "14d";
    private static final String USUAL_STATISTIC = "p95";

    @Option(
            names = "--metric",
            paramLabel = "NAMESPACE/NAME",
            description = "A metric of CloudWatch, such as acme/API/ResponseTime.")
    private String metric;

    @Option(
            names = "--dimension",
            paramLabel = "NAME=VALUE",
            description = "With --metric: its dimensions, all of them.")
    private Map<String, String> dimensions = new LinkedHashMap<>();

    @Option(
            names = "--statistic",
            paramLabel = "STATISTIC",
            defaultValue = USUAL_STATISTIC,
            description = "With --metric: Average, Maximum, p99, ...; default: " + USUAL_STATISTIC + ".")
    private String statistic;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = USUAL_SINCE,
            description = "With --metric: how far to look back; default: " + USUAL_SINCE + ".")
    private Duration since;

    @Option(
            names = "--period",
            paramLabel = "DURATION",
            description = "With --metric: what a point stands for; default: 1m up to a day, 5m up to 15 days, else 1h.")
    private Duration period;

    @Option(
            names = "--from-csv",
            paramLabel = "FILE",
            description = "A file: a heading, then a time and a value in each line.")
    private Path csv;

    /**
     * Where the series is: a metric, a file, or else the history.
     *
     * @throws AgentctlException USAGE for options that do not go together or make no metric
     */
    SeriesSource source(HistoryOptions history, Path directory, Supplier<ResultHistory> usual, Supplier<Clock> clock) {
        if (metric != null && csv != null) {
            throw usage("give one of --metric and --from-csv, or neither for the history");
        }
        if (csv != null) {
            return LocalSeries.ofCsv(directory.resolve(csv));
        }
        return metric == null
                ? LocalSeries.ofHistory(history.history(directory, usual), history.scenario(), history.figure())
                : ofMetric(clock);
    }

    /** The ECS service that the metric is of, if its dimensions say so. */
    Optional<String> service() {
        String cluster = dimensions.get("ClusterName");
        String service = dimensions.get("ServiceName");
        return cluster == null || service == null ? Optional.empty() : Optional.of(cluster + "/" + service);
    }

    boolean ofHistory() {
        return metric == null && csv == null;
    }

    boolean ofMetric() {
        return metric != null;
    }

    private SeriesSource ofMetric(Supplier<Clock> clock) {
        int slash = metric.lastIndexOf('/');
        if (slash <= 0 || slash == metric.length() - 1) {
            throw usage("--metric is NAMESPACE/NAME, such as acme/API/ResponseTime, not '" + metric + "'");
        }
        Duration each = period == null ? SeriesSource.OfMetric.usualPeriod(since) : period;
        if (each.toSeconds() < 60 || each.toSeconds() % 60 != 0) {
            throw usage("--period is a whole number of minutes, not " + each);
        }
        try {
            MetricId id = MetricId.of(metric.substring(0, slash), metric.substring(slash + 1), dimensions);
            return SeriesSource.OfMetric.before(
                    clock.get().instant(), since, each, new MetricQuery(id, new Statistic(statistic)));
        } catch (IllegalArgumentException refused) {
            throw usage(refused.getMessage());
        }
    }

    private static AgentctlException usage(String message) {
        return new AgentctlException(ErrorCode.USAGE, message, "See agentctl perf regress --help");
    }
}
