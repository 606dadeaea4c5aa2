package io.agentctl.cli.perf;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.report.ResultWords;
import io.agentctl.control.performance.threshold.FigureText;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A result, laid out for people. */
final class ResultPage {

    private static final int STRIP = 60;

    private ResultPage() {}

    static Document document(LoadResult result) {
        return ReportFormats.of(result, Document.ofRows(result, "stages", page -> layout(result, page)));
    }

    private static void layout(LoadResult result, Page page) {
        page.line(Tone.STRONG, ResultWords.title(result));
        page.table(result.stages(), columns());
        Measured total = result.total();
        if (result.stages().size() > 1) {
            page.line("Without warm-up: " + ResultWords.summary(total));
        }
        ResultWords.correction(total).ifPresent(page::line);
        strip(result, page);
        ResultWords.failures(total.counts()).forEach(line -> page.line(Tone.WARNING, line));
        result.resources()
                .ifPresentOrElse(
                        use -> resources(use, page),
                        () -> page.line(Tone.FAINT, "Resource use was not read: no context was named."));
        page.table(
                result.thresholds(),
                List.of(
                        Column.toned("THRESHOLD", outcome -> new Cell(outcome.threshold(), tone(outcome))),
                        Column.text("MEASURED", ThresholdOutcome::measured),
                        Column.toned(
                                "",
                                outcome ->
                                        new Cell(outcome.standing().name().toLowerCase(Locale.ROOT), tone(outcome)))));
        ResultWords.remarks(result).forEach(page::line);
        page.line(verdictTone(result), ResultWords.verdict(result));
    }

    private static List<Column<StageResult>> columns() {
        return List.of(
                Column.text("STAGE", StageResult::title),
                Column.wide("LOAD", StageResult::load),
                Column.number(
                        "SENT", stage -> Long.toString(stage.measured().counts().sent())),
                Column.number(
                        "RATE", stage -> FigureText.perSecond(stage.measured().throughput())),
                Column.number(
                        "ERRORS",
                        stage -> FigureText.percent(stage.measured().counts().errorShare())),
                latency("P50", Latencies::p50),
                latency("P95", Latencies::p95),
                latency("P99", Latencies::p99),
                latency("P99.9", Latencies::p999),
                latency("MAX", Latencies::max));
    }

    private static Column<StageResult> latency(String header, ToDoubleFunction<Latencies> figure) {
        return Column.number(header, stage -> {
            Latencies latency = stage.measured().latency();
            return latency.count() == 0 ? "-" : FigureText.millis(figure.applyAsDouble(latency));
        });
    }

    private static void strip(LoadResult result, Page page) {
        List<Double> p99 = result.intervals().stream()
                .map(Interval::latency)
                .map(latency -> latency.count() == 0 ? -1 : latency.p99())
                .toList();
        double highest = p99.stream().mapToDouble(value -> value).max().orElse(0);
        if (p99.size() > 1 && highest > 0) {
            page.line("p99 over time, up to " + FigureText.millis(highest) + ": "
                    + Sparkline.of(Sparkline.values(p99), 0, highest, STRIP, page.theme()));
        }
    }

    private static void resources(ResourceUse use, Page page) {
        page.table(
                use.uses(),
                List.of(
                        Column.text("RESOURCE", ResourceUse.Use::resource),
                        Column.text("METRIC", ResourceUse.Use::metric),
                        Column.number("AVERAGE", each -> ResultWords.amount(each.average(), each.unit())),
                        Column.number("PEAK", each -> ResultWords.amount(each.peak(), each.unit()))));
        use.remarks().forEach(page::line);
    }

    private static Tone tone(ThresholdOutcome outcome) {
        return switch (outcome.standing()) {
            case MET -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case UNKNOWN -> Tone.WARNING;
        };
    }

    private static Tone verdictTone(LoadResult result) {
        return switch (result.verdict()) {
            case PASSED -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case INCONCLUSIVE -> Tone.WARNING;
            case NONE -> Tone.PLAIN;
        };
    }
}
