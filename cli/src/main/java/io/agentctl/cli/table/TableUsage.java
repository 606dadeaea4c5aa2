package io.agentctl.cli.table;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.ShowUsage;
import io.agentctl.control.capacity.UsageRow;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code table usage}. */
@Command(
        footer = {
            "agentctl table usage orders",
            "agentctl table usage orders --since 14d -o wide    # with consumption over time",
        })
public final class TableUsage implements Verb {

    private static final int HISTORY_COLUMNS = 60;

    private final UseCase<ShowUsage.Request, ShowUsage.Result> show;

    @Mixin
    private TableChoice table = new TableChoice();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "24h",
            description = "How far to look back; default: 24h.")
    private Duration since;

    public TableUsage(UseCase<ShowUsage.Request, ShowUsage.Result> show) {
        this.show = show;
    }

    @Override
    public int call(Console console) {
        ShowUsage.Result result = show.run(new ShowUsage.Request(table.name(), since), console.progress());
        console.print(Document.ofRows(result, "meters", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(ShowUsage.Result result, Page page) {
        page.line(Tone.STRONG, result.table() + ", " + result.mode() + ", " + result.status());
        page.table(
                result.meters(),
                List.of(
                        Column.text("UNITS A SECOND", row -> row.meter().toString()),
                        Column.number(
                                "PROVISIONED",
                                row -> row.provisioned() == 0 ? "-" : TableFigures.units(row.provisioned())),
                        Column.text("SCALING", row -> row.scaling().orElse("-")),
                        Column.number("MEAN", row -> TableFigures.units(row.mean())),
                        Column.number("P99", row -> TableFigures.units(row.p99())),
                        Column.number("PEAK", row -> TableFigures.units(row.peak())),
                        Column.number("IN USE", row -> TableFigures.percent(row.utilization())),
                        Column.toned("THROTTLED", TableUsage::throttled),
                        Column.wide("HISTORY", row -> history(row, page))));
        page.line(
                Tone.FAINT,
                "Consumed over " + TableFigures.time(result.measured()) + ", every "
                        + TableFigures.period(result.period()) + ".");
    }

    private static Cell throttled(UsageRow row) {
        return new Cell(TableFigures.count(row.throttled()), row.throttled() > 0 ? Tone.BAD : Tone.PLAIN);
    }

    private static String history(UsageRow row, Page page) {
        return Sparkline.of(Sparkline.values(row.history()), 0, Math.max(1, row.peak()), HISTORY_COLUMNS, page.theme());
    }
}
