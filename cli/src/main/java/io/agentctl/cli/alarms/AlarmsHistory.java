package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.ShowHistory;
import io.agentctl.control.alarms.upkeep.ShowHistory.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alarms history}. */
@Command(
        footer = {
            "agentctl alarms history                         # of the project's alarms, the last day",
            "agentctl alarms history acme-availability-burn-1h --since 30d",
            "agentctl alarms history -o json --query \"entries[?what=='Action']\"",
        })
public final class AlarmsHistory implements Verb {

    private final UseCase<ShowHistory.Request, ShowHistory.Result> history;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "An alarm; default: all of the project.")
    private String name;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "1d",
            description = "How far back; CloudWatch keeps 30 days. Default: 1d.")
    private Duration since;

    public AlarmsHistory(UseCase<ShowHistory.Request, ShowHistory.Result> history) {
        this.history = history;
    }

    @Override
    public int call(Console console) {
        ShowHistory.Result found =
                history.run(new ShowHistory.Request(Optional.ofNullable(name), since), console.progress());
        console.print(Document.ofRows(found, "entries", page -> layout(found, page)));
        return Exit.OK;
    }

    private static void layout(ShowHistory.Result found, Page page) {
        if (found.entries().isEmpty()) {
            page.line("Nothing happened.");
        }
        page.table(
                found.entries(),
                List.of(
                        Column.text("AT", entry -> entry.at().toString()),
                        Column.text("ALARM", Entry::alarm),
                        Column.text("WHAT", Entry::what),
                        Column.text("SUMMARY", Entry::summary)));
    }
}
