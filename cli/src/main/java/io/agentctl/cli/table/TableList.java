package io.agentctl.cli.table;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.ListTables;
import io.agentctl.control.capacity.TableRow;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code table list}. */
@Command(
        footer = {
            "agentctl table list",
            "agentctl table list -o wide                 # with indexes, items and size",
            "agentctl table list --query \"tables[?throttled>`0`].table\"",
        })
public final class TableList implements Verb {

    private static final String ACTIVE = "ACTIVE";

    private final UseCase<ListTables.Request, ListTables.Result> list;

    public TableList(UseCase<ListTables.Request, ListTables.Result> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        ListTables.Result result = list.run(new ListTables.Request(), console.progress());
        console.print(Document.ofRows(result, "tables", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(ListTables.Result result, Page page) {
        if (result.tables().isEmpty()) {
            page.line("The region has no tables.");
            return;
        }
        page.table(
                result.tables(),
                List.of(
                        Column.text("TABLE", row -> row.table().value()),
                        Column.text("MODE", row -> row.mode().toString()),
                        Column.toned("STATUS", TableList::status),
                        Column.number(
                                "PROVISIONED",
                                row -> row.throughput().map(Object::toString).orElse("-")),
                        Column.number("SCALING", TableList::scaling),
                        Column.number("READS/S", row -> TableFigures.units(row.reads())),
                        Column.number("WRITES/S", row -> TableFigures.units(row.writes())),
                        Column.number("THROTTLED", row -> TableFigures.count(row.throttled())),
                        Column.number("USD/MONTH", row -> row.monthly().toString()),
                        Column.wide("INDEXES", row -> row.indexes().isEmpty() ? "-" : String.join(", ", row.indexes())),
                        Column.wide("ITEMS", row -> TableFigures.count(row.items())),
                        Column.wide("SIZE", row -> TableFigures.bytes(row.bytes()))));
        page.line(
                Tone.FAINT,
                "Units, throttles and cost with those of the indexes, from the last day. " + result.prices() + ".");
    }

    private static Cell status(TableRow row) {
        return new Cell(row.status(), row.status().equals(ACTIVE) ? Tone.PLAIN : Tone.WARNING);
    }

    private static String scaling(TableRow row) {
        return row.throughput().isEmpty() ? "-" : row.scaling() + " of " + row.meters();
    }
}
