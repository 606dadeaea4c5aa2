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
import io.agentctl.control.capacity.AuditFinding;
import io.agentctl.control.capacity.AuditTable;
import io.agentctl.control.capacity.OperationUse;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code table audit}. */
@Command(
        footer = {
            "agentctl table audit orders",
            "agentctl table audit orders --since 60d -o json --query \"findings[?severity=='high'].about\"",
        })
public final class TableAudit implements Verb {

    private final UseCase<AuditTable.Request, AuditTable.Result> audit;

    @Mixin
    private TableChoice table = new TableChoice();

    @Mixin
    private LookBackOption back = new LookBackOption();

    public TableAudit(UseCase<AuditTable.Request, AuditTable.Result> audit) {
        this.audit = audit;
    }

    @Override
    public int call(Console console) {
        AuditTable.Result result = audit.run(new AuditTable.Request(table.name(), back.since()), console.progress());
        console.print(Document.ofRows(result, "findings", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(AuditTable.Result result, Page page) {
        page.line(
                Tone.STRONG,
                result.table()
                        + result.measured()
                                .map(time -> ", over " + TableFigures.time(time))
                                .orElse(""));
        page.table(
                result.operations(),
                List.of(
                        Column.text("OPERATION", OperationUse::operation),
                        Column.number("REQUESTS", use -> TableFigures.count(use.requests())),
                        Column.number("MEAN MS", use -> TableFigures.units(use.meanMillis())),
                        Column.number(
                                "ITEMS", use -> use.meanItems() == 0 ? "-" : TableFigures.units(use.meanItems()))));
        if (result.operations().isEmpty() && result.unknown().isEmpty()) {
            page.line("No operation was measured in that time.");
        }
        page.blank();
        for (AuditFinding finding : result.findings()) {
            Cell severity = severity(finding);
            page.line(severity.tone(), severity.text() + "  " + finding.about() + ": " + finding.evidence());
            page.line("      " + finding.advice());
        }
        result.unknown().forEach(what -> page.line(Tone.WARNING, "Not looked at: " + what));
        if (result.findings().isEmpty() && result.unknown().isEmpty()) {
            page.line(Tone.GOOD, "Nothing was found.");
        }
    }

    private static Cell severity(AuditFinding finding) {
        String word = finding.severity().name().toLowerCase(Locale.ROOT);
        return switch (finding.severity()) {
            case HIGH -> new Cell(word, Tone.BAD);
            case MEDIUM -> new Cell(word, Tone.WARNING);
            case NOTE -> new Cell(word, Tone.PLAIN);
        };
    }
}
