package io.agentctl.cli.status;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.overview.BudgetLine;
import java.util.List;
import java.util.Locale;

/** How full things run, a line each. */
final class BudgetTable {

    private static final double WHOLE = 100;

    private BudgetTable() {}

    static void layout(List<BudgetLine> lines, Page page) {
        page.table(
                lines,
                List.of(
                        Column.text("WHAT", BudgetTable::kind),
                        Column.text("OF", BudgetLine::resource),
                        Column.number(
                                "USED",
                                line -> line.used().isPresent()
                                        ? percent(line.used().getAsDouble())
                                        : "?"),
                        Column.number("BUDGET", line -> percent(line.budget())),
                        Column.toned("VERDICT", line -> verdict(line, page)),
                        Column.number(
                                "THROTTLED",
                                line -> line.throttled().isPresent()
                                        ? String.format(
                                                Locale.ROOT,
                                                "%,d",
                                                line.throttled().getAsLong())
                                        : ""),
                        Column.text("NOTE", BudgetLine::note)));
    }

    private static String kind(BudgetLine line) {
        return switch (line.kind()) {
            case CPU -> "CPU";
            case MEMORY, NETWORK, TABLE -> line.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String percent(double share) {
        return Math.round(share * WHOLE) + "%";
    }

    private static Cell verdict(BudgetLine line, Page page) {
        return switch (line.verdict()) {
            case WITHIN -> new Cell(page.theme().tick() + " within", Tone.GOOD);
            case OVER -> new Cell(page.theme().cross() + " over", Tone.BAD);
            case UNKNOWN -> new Cell("? unknown", Tone.FAINT);
        };
    }
}
