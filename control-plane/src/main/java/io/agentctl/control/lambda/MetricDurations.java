package io.agentctl.control.lambda;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/** Recent durations as CloudWatch has them. */
public final class MetricDurations implements RecentDurations {

    private static final Duration LOOK_BACK = Duration.ofDays(14);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final MetricsGateway metrics;
    private final Clock clock;

    public MetricDurations(MetricsGateway metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public OptionalDouble meanMs(FunctionName name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        List<Series> found = metrics.read(
                List.of(
                        MetricQuery.ofFunction(name.value(), FunctionMetric.DURATION, Statistic.SUM),
                        MetricQuery.ofFunction(name.value(), FunctionMetric.INVOCATIONS, Statistic.SUM)),
                now.minus(LOOK_BACK),
                now,
                PERIOD);
        double invocations = sum(found.getLast());
        return invocations == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(found.getFirst()) / invocations);
    }

    private static double sum(Series series) {
        return series.isEmpty() ? 0 : series.mean() * series.present();
    }
}
