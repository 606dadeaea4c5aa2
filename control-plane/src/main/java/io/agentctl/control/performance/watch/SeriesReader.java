package io.agentctl.control.performance.watch;

import io.agentctl.control.alarms.backtest.CsvHistory;
import io.agentctl.control.alarms.backtest.MeasuredHistory;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.performance.history.HistoryTrend;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.regression.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a series from wherever it is. */
final class SeriesReader {

    private final Supplier<MetricsGateway> metrics;

    SeriesReader(Supplier<MetricsGateway> metrics) {
        this.metrics = metrics;
    }

    /**
     * A series with what it is called.
     *
     * @param passedOver what could not be read of it, one sentence each
     */
    record Named(String name, String unit, List<Sample> samples, List<String> passedOver) {}

    Named read(SeriesSource source) {
        return switch (source) {
            case SeriesSource.OfMetric metric -> ofMetric(metric);
            case SeriesSource.OfCsv csv -> ofCsv(csv);
            case SeriesSource.OfHistory history -> ofHistory(history);
        };
    }

    private Named ofMetric(SeriesSource.OfMetric source) {
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
        return new Named(source.query().metric() + " " + source.query().statistic(), "", samples, List.of());
    }

    private static Named ofCsv(SeriesSource.OfCsv source) {
        MeasuredHistory history = CsvHistory.read(source.file());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            samples.add(new Sample(history.time(i), history.value(i)));
        }
        return new Named(source.file().getFileName().toString(), "", samples, List.of());
    }

    private static Named ofHistory(SeriesSource.OfHistory source) {
        ResultHistory.Contents contents = source.history().read();
        HistoryTrend trend = HistoryTrend.of(contents.results(), source.scenario(), source.figure());
        return new Named(
                trend.scenario() + " " + trend.figure().text(),
                trend.figure().unit(),
                trend.samples(),
                Stream.concat(contents.passedOver().stream(), trend.leftOut().stream())
                        .toList());
    }
}
