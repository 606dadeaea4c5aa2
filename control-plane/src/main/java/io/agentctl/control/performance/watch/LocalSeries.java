package io.agentctl.control.performance.watch;

import io.agentctl.control.alarms.backtest.CsvHistory;
import io.agentctl.control.alarms.backtest.MeasuredHistory;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.history.HistoryTrend;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.regression.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Series in files beside who asks. */
public final class LocalSeries {

    private LocalSeries() {}

    /** A file: a heading, then a time and a value in each line. */
    public static SeriesSource ofCsv(Path file) {
        MeasuredHistory history = CsvHistory.read(file);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            samples.add(new Sample(history.time(i), history.value(i)));
        }
        return new SeriesSource.Given(file.getFileName().toString(), "", samples, List.of());
    }

    /**
     * A figure from run to run.
     *
     * @param scenario its name; nothing where there is but one
     */
    public static SeriesSource.Given ofHistory(ResultHistory history, Optional<String> scenario, HistoryFigure figure) {
        ResultHistory.Contents contents = history.read();
        HistoryTrend trend = HistoryTrend.of(contents.results(), scenario, figure);
        return new SeriesSource.Given(
                trend.scenario() + " " + trend.figure().text(),
                trend.figure().unit(),
                trend.samples(),
                Stream.concat(contents.passedOver().stream(), trend.leftOut().stream())
                        .toList());
    }
}
