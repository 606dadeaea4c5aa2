package io.agentctl.cli.lambda;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.lambda.report.MeasuredSize;
import io.agentctl.control.lambda.report.Range;
import io.agentctl.control.lambda.report.SweepNumbers;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.lambda.report.SweepSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How a sweep looks to people. What it says may come from a file, so that nothing of it is written unchecked. */
final class SweepPage {

    /** Narrower than this, one table would wrap. */
    private static final int ONE_TABLE = 112;

    private final SweepReport report;
    private final SweepSummary summary;
    private final Page page;

    private SweepPage(SweepReport report, Page page) {
        this.report = report;
        this.summary = new SweepSummary(report);
        this.page = page;
    }

    /** A sweep in every format; a row a size. */
    static Document document(SweepReport report) {
        return Document.ofRows(report, "sizes", page -> new SweepPage(report, page).layout());
    }

    private void layout() {
        verdict();
        line(Tone.FAINT, "Strategy " + report.strategy() + "; " + summary.place() + ".");
        page.blank();
        sizes();
        frontier();
        plots();
        page.blank();
        line(Tone.PLAIN, summary.explanation());
        summary.remarks().forEach(remark -> line(Tone.WARNING, "! " + remark));
        line(Tone.FAINT, summary.spent() + ", of " + summary.allowed() + " allowed. " + report.prices());
        summary.next().ifPresent(command -> line(Tone.PLAIN, "Next: " + command));
    }

    private void verdict() {
        String words = report.function() + ": " + summary.headline()
                + summary.changeInWords().map(change -> ": " + change).orElse("") + ".";
        switch (summary.standing()) {
            case SURE -> line(Tone.GOOD, page.theme().tick() + " " + words);
            case UNSURE -> line(Tone.WARNING, "? " + words);
            case NONE -> line(Tone.BAD, page.theme().cross() + " " + words);
        }
    }

    private void sizes() {
        Column<MeasuredSize> size = Column.text("SIZE", this::name);
        Column<MeasuredSize> verdict = Column.toned("VERDICT", this::verdict);
        List<Column<MeasuredSize>> all = new ArrayList<>();
        all.add(size);
        all.add(Column.number("N", row -> Integer.toString(row.invocations())));
        if (page.screen().isPresent() && page.screen().getAsInt() < ONE_TABLE) {
            all.addAll(money());
            all.add(verdict);
            page.table(report.sizes(), all);
            page.blank();
            all.clear();
            all.add(size);
            all.addAll(times());
        } else {
            all.addAll(times());
            all.addAll(money());
            all.add(verdict);
        }
        page.table(report.sizes(), all);
    }

    private static List<Column<MeasuredSize>> times() {
        return List.of(
                Column.number("P50 MS", row -> SweepNumbers.ms(row.warmP50())),
                Column.number("P95", row -> SweepNumbers.ms(row.warmP95())),
                Column.number("P99", row -> SweepNumbers.ms(row.warmP99())),
                Column.number("COLD P50", row -> SweepNumbers.ms(row.coldP50())),
                Column.number("BILLED", row -> SweepNumbers.ms(row.billedMeanMs())));
    }

    private List<Column<MeasuredSize>> money() {
        String interval = String.format(Locale.ROOT, "%.0f%% INTERVAL", 100 * report.wantedConfidence());
        return List.of(
                Column.number("USD/MILLION", row -> usd(row.usdPerMillion())),
                Column.number(
                        interval,
                        row -> row.usdPerMillion().map(SweepNumbers::interval).orElse("-")),
                Column.number(
                        "USED",
                        row -> row.memoryUsed().isPresent() ? row.memoryUsed().getAsInt() + " MB" : "-"),
                Column.number("FREE", row -> SweepNumbers.percent(row.headroom())));
    }

    private void frontier() {
        List<MeasuredSize> best = summary.frontier();
        if (best.size() < 2) {
            return;
        }
        page.blank();
        page.line(Tone.STRONG, "The frontier, from cheapest to fastest: nothing else beats these in both");
        MeasuredSize cheapest = best.getFirst();
        page.table(
                best,
                List.of(
                        Column.text("  SIZE", row -> "  " + name(row)),
                        Column.number("USD/MILLION", row -> usd(row.usdPerMillion())),
                        Column.number(
                                "MS",
                                row -> SweepNumbers.ms(row.time().orElseThrow().estimate())),
                        Column.number("COST", row -> difference(cheapest, row, SweepSummary.Difference::cost)),
                        Column.number("TIME", row -> difference(cheapest, row, SweepSummary.Difference::time))));
    }

    private void plots() {
        if (page.screen().isPresent() || page.wide()) {
            List<String> lines =
                    new SweepPlots(summary).lines(page.screen().orElse(SweepPlots.USUAL_WIDTH), page.theme());
            if (!lines.isEmpty()) {
                page.blank();
                lines.forEach(page::line);
            }
        }
    }

    private String name(MeasuredSize size) {
        return summary.name(size.size()) + (size.size().equals(report.current()) ? " (now)" : "");
    }

    private Cell verdict(MeasuredSize size) {
        String words = summary.verdict(size);
        return switch (size.verdict()) {
            case MeasuredSize.ADVISED -> new Cell(page.theme().tick() + " " + words, Tone.GOOD);
            case "failed" -> new Cell(words, Tone.BAD);
            default -> Cell.of(words);
        };
    }

    private static String usd(Optional<Range> range) {
        return range.map(usd -> SweepNumbers.perMillion(usd.estimate())).orElse("-");
    }

    private static String difference(
            MeasuredSize from, MeasuredSize to, ToDoubleFunction<SweepSummary.Difference> what) {
        return from.equals(to)
                ? "-"
                : SweepSummary.between(from, to)
                        .map(difference -> SweepNumbers.signed(what.applyAsDouble(difference)))
                        .orElse("-");
    }

    private void line(Tone tone, String text) {
        page.line(tone, Cell.of(text).text());
    }
}
