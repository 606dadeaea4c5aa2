package io.agentctl.cli.slo;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.slo.Objective;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slo list}. */
@Command(
        footer = {
            "agentctl slo list              # what is promised",
            "agentctl slo list -o wide      # and where it is written",
        })
public final class SloList implements Verb {

    private final MonitoringSource source;

    @Mixin
    private SourceOptions options = new SourceOptions();

    public SloList(MonitoringSource source) {
        this.source = source;
    }

    @Override
    public int call(Console console) {
        Monitoring wanted = options.read(source, console);
        console.print(Document.ofRows(wanted, "objectives", page -> layout(wanted, page)));
        return Exit.OK;
    }

    private static void layout(Monitoring wanted, Page page) {
        if (wanted.objectives().isEmpty()) {
            page.line("There are no objectives in " + wanted.source() + ".");
        }
        page.table(
                wanted.objectives(),
                List.of(
                        Column.text("OBJECTIVE", Objective::name),
                        Column.text("SERVICE", Objective::service),
                        Column.text("PROMISE", Objective::promise),
                        Column.text("TELLS", SloList::tells),
                        Column.wide(
                                "WRITTEN AT", objective -> objective.position().toString())));
        wanted.alarms().stream()
                .map(alarm -> alarm.definition().name())
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(names -> page.line(Tone.FAINT, "Alarms besides those of objectives: " + names));
    }

    private static String tells(Objective objective) {
        return objective.alerting().pairs().isEmpty()
                ? "nobody"
                : objective.alerting().pairs().stream().map(Words::pair).collect(Collectors.joining(", "));
    }
}
