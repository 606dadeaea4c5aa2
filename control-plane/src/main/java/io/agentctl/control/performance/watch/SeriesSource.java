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
    record OfMetric(MetricQuery query, Instant from, Instant to, Duration period) implements SeriesSource {

        /** Up to here five minutes make no more points than the statistics are calibrated for. */
        private static final Duration FINE = Duration.ofDays(15);

        /**
         * What was measured before a time.
         *
         * @param since how far back, at least a minute
         * @param each whole minutes that a point stands for
         */
        public static OfMetric before(Instant now, Duration since, Duration each, MetricQuery query) {
            long seconds = each.toSeconds();
            Instant to = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
            return new OfMetric(query, to.minus(Duration.ofSeconds(since.toSeconds() / seconds * seconds)), to, each);
        }

        /** What a point stands for where nobody says: a minute up to a day, five up to 15 days, else an hour. */
        public static Duration usualPeriod(Duration since) {
            if (since.compareTo(Duration.ofDays(1)) <= 0) {
                return Duration.ofMinutes(1);
            }
            return since.compareTo(FINE) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
        }
    }

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
