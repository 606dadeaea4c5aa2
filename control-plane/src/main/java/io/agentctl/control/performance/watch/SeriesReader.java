package io.agentctl.control.performance.watch;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.regression.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a series from wherever it is. */
final class SeriesReader {

    private final Supplier<MetricsGateway> metrics;
    private final Supplier<ResultHistory> team;

    /** @param team the history that the team shares */
    SeriesReader(Supplier<MetricsGateway> metrics, Supplier<ResultHistory> team) {
        this.metrics = metrics;
        this.team = team;
    }

    /** The series itself. */
    SeriesSource.Given read(SeriesSource source) {
        return switch (source) {
            case SeriesSource.OfMetric metric -> ofMetric(metric);
            case SeriesSource.OfTeamHistory history ->
                LocalSeries.ofHistory(team.get(), history.scenario(), history.figure());
            case SeriesSource.Given given -> given;
        };
    }

    private SeriesSource.Given ofMetric(SeriesSource.OfMetric source) {
        Series series = metrics.get()
                .read(List.of(source.query()), source.from(), source.to(), source.period())
                .getFirst();
        if (series.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "CloudWatch has no data of " + source.query().metric() + " since " + source.from(),
                    "Check the names, and give all its dimensions with --dimension NAME=VALUE.");
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (!Double.isNaN(series.value(i))) {
                samples.add(new Sample(series.time(i), series.value(i)));
            }
        }
        return new SeriesSource.Given(
                source.query().metric() + " " + source.query().statistic(), "", samples, List.of());
    }
}
