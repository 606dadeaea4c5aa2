package io.agentctl.cli.perf;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.history.ListHistory.Listing;
import io.agentctl.control.performance.history.ListHistory.Run;
import io.agentctl.control.performance.watch.RegressionMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The history, laid out for people. */
final class HistoryPage {

    private static final int LONGEST_BAR = 20;

    private HistoryPage() {}

    static void layout(Listing listing, HistoryFigure figure, Page page) {
        if (listing.runs().isEmpty()) {
            page.line("No results in " + listing.place() + ".");
            page.line("Keep one with: agentctl perf history --keep RESULT");
            return;
        }
        double most = listing.runs().stream()
                .mapToDouble(run -> value(figure, run))
                .max()
                .orElse(0);
        page.table(
                listing.runs(),
                List.of(
                        Column.text("STARTED", run -> second(run.started())),
                        Column.text("SCENARIO", Run::scenario),
                        Column.toned("VERDICT", HistoryPage::verdict),
                        Column.number("REQUESTS", run -> String.valueOf(run.requests())),
                        Column.number("ERRORS", run -> number(run.errors()) + " %"),
                        Column.number("P50", run -> number(run.p50()) + " ms"),
                        Column.number("P95", run -> number(run.p95()) + " ms"),
                        Column.number("P99", run -> number(run.p99()) + " ms"),
                        Column.number("PER SECOND", run -> number(run.throughput())),
                        Column.text(
                                "TREND OF " + figure.text().toUpperCase(Locale.ROOT),
                                run -> bar(value(figure, run), most)),
                        Column.wide("FILE", Run::file)));
        page.line(Tone.FAINT, "The newest first. For changes: agentctl perf regress");
    }

    private static double value(HistoryFigure figure, Run run) {
        return switch (figure) {
            case P50 -> run.p50();
            case P99 -> run.p99();
            case ERRORS -> run.errors();
            case THROUGHPUT -> run.throughput();
            case P95 -> run.p95();
            case P90 -> run.p90();
            case MEAN -> run.mean();
        };
    }

    private static Cell verdict(Run run) {
        if (run.saturated()) {
            return new Cell("generator saturated", Tone.WARNING);
        }
        return switch (run.verdict()) {
            case PASSED -> new Cell("passed", Tone.GOOD);
            case MISSED -> new Cell("missed", Tone.BAD);
            case INCONCLUSIVE, NONE -> new Cell(RecordTree.word(run.verdict()), Tone.PLAIN);
        };
    }

    private static String bar(double value, double most) {
        return most <= 0 ? "" : "=".repeat((int) Math.round(LONGEST_BAR * value / most));
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String number(double value) {
        return RegressionMessage.number(value);
    }
}
