package io.agentctl.cli.cost;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.cost.CostLine;
import io.agentctl.control.cost.CostReport;
import io.agentctl.control.cost.Recommendation;
import java.util.List;

/** The report for people at a terminal. */
final class CostPage {

    /** More commands than these are looked up in the report that is kept: -o wide, md, html. */
    private static final int MOST_COMMANDS = 10;

    private CostPage() {}

    static void layout(CostReport report, Page page) {
        if (report.lines().isEmpty()) {
            page.line("There are no services, functions, tables, alarms or dashboards.");
            return;
        }
        page.table(
                report.lines(),
                page.wide() ? CostColumns.ofWholeLines(report.depth()) : CostColumns.ofLines(report.depth()));
        page.blank();
        page.table(report.totals(), CostColumns.ofTotals());
        page.blank();
        page.line(Tone.STRONG, CostWords.headline(report));
        CostWords.unknown(report).forEach(why -> page.line(Tone.WARNING, why));
        if (!page.wide()) {
            commands(CostWords.pending(report), page);
        }
        page.line(Tone.FAINT, CostWords.measured(report));
        report.notes().forEach(note -> page.line(Tone.FAINT, note));
        report.prices().forEach(prices -> page.line(Tone.FAINT, prices));
        page.line(Tone.FAINT, CostWords.notIncluded(report));
    }

    private static void commands(List<CostLine> pending, Page page) {
        if (pending.isEmpty()) {
            return;
        }
        page.line("Look closer, and apply, with:");
        pending.stream()
                .limit(MOST_COMMANDS)
                .flatMap(line -> line.advice().stream())
                .map(Recommendation::command)
                .forEach(command -> page.line("  " + command));
        if (pending.size() > MOST_COMMANDS) {
            page.line("  and " + (pending.size() - MOST_COMMANDS) + " more: -o wide shows them");
        }
    }
}
