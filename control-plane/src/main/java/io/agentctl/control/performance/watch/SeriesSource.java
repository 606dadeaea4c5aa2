package io.agentctl.control.performance.watch;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.regression.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /**
     * In the team's history of results.
     *
     * @param scenario its name; nothing where there is but one
     */
    record OfTeamHistory(Optional<String> scenario, HistoryFigure figure) implements SeriesSource {}

    /**
     * Read already, from files that only who asks can read; see {@link LocalSeries}.
     *
     * @param unit of the values; may be empty
     * @param passedOver what could not be read of it, one sentence each
     */
    record Given(String name, String unit, List<Sample> samples, List<String> passedOver) implements SeriesSource {

        public Given {
            samples = List.copyOf(samples);
            passedOver = List.copyOf(passedOver);
        }
    }
}
