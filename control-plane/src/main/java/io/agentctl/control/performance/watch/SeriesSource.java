package io.agentctl.control.performance.watch;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.history.ResultHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a series is. */
public sealed interface SeriesSource {

    /**
     * In CloudWatch.
     *
     * @param from the first period's start
     * @param to the end of the last
     * @param period whole minutes, of which both are multiples
     */
    record OfMetric(MetricQuery query, Instant from, Instant to, Duration period) implements SeriesSource {}

    /** In a CSV file: a heading, then a time and a value in each line. */
    record OfCsv(Path file) implements SeriesSource {}

    /**
     * In the history of results.
     *
     * @param history where results are kept
     * @param scenario its name; nothing where there is but one
     */
    record OfHistory(ResultHistory history, Optional<String> scenario, HistoryFigure figure) implements SeriesSource {}
}
