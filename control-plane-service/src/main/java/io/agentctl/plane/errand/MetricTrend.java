package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.performance.regression.Worse;
import io.agentctl.control.performance.watch.FindRegressions;
import io.agentctl.control.performance.watch.SeriesSource;
import io.agentctl.control.schedules.ScheduleFinding;
import java.time.Duration;
import java.util.List;

/**
 * Whether a metric became worse.
 *
 * @param query the metric and its statistic
 * @param since how far to look back
 * @param threshold the smallest change that matters, as a share
 * @param worse the direction that is for the worse
 * @param services {@code CLUSTER/SERVICE} whose deployments may be the cause
 */
public record MetricTrend(MetricQuery query, Duration since, double threshold, Worse worse, List<String> services)
        implements Errand {

    public MetricTrend {
        services = List.copyOf(services);
    }

    @Override
    public NamedUseCase<?, ?> useCase() {
        return PerformanceUseCases.REGRESS;
    }

    @Override
    public JsonNode request(Sources sources) {
        return RecordTree.of(new FindRegressions.Request(
                SeriesSource.OfMetric.before(sources.now(), since, SeriesSource.OfMetric.usualPeriod(since), query),
                threshold,
                worse,
                new FindRegressions.Causes(true, services)));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        return Regressions.of(
                result,
                "agentctl perf regress --metric " + query.metric().namespace() + "/"
                        + query.metric().name() + " --statistic " + query.statistic() + " shows it anew.");
    }

    @Override
    public String text() {
        return "regressions of " + query.metric() + " " + query.statistic();
    }
}
