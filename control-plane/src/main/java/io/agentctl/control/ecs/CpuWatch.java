package io.agentctl.control.ecs;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells whether a service's CPU is pinned at its limit. */
final class CpuWatch {

    /** How many minutes in a row at the limit are too many. */
    static final int MINUTES = 3;
    /** At 98 % of a minute's average there is no room left that demand could have used. */
    private static final double LIMIT_PERCENT = 98;

    private final MetricsGateway metrics;

    CpuWatch(MetricsGateway metrics) {
        this.metrics = metrics;
    }

    boolean pinned(ServiceName name, Instant since, Instant until) {
        Instant from = since.truncatedTo(ChronoUnit.MINUTES);
        Instant to = until.truncatedTo(ChronoUnit.MINUTES);
        if (Duration.between(from, to).toMinutes() < MINUTES) {
            return false;
        }
        MetricQuery query =
                MetricQuery.ofService(name.cluster(), name.service(), MetricQuery.Metric.CPU, Statistic.AVERAGE);
        Series cpu =
                metrics.read(List.of(query), from, to, Duration.ofMinutes(1)).getFirst();
        int inARow = 0;
        for (int i = 0; i < cpu.size(); i++) {
            inARow = cpu.value(i) >= LIMIT_PERCENT ? inARow + 1 : 0;
            if (inARow == MINUTES) {
                return true;
            }
        }
        return false;
    }
}
