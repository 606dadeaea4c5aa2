package io.agentctl.cli.alarms;

import io.agentctl.alarm.AlarmState;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.ListAlarms;
import io.agentctl.control.alarms.upkeep.ListAlarms.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code alarms list}. */
@Command(
        footer = {
            "agentctl alarms list                            # the project's, those in ALARM first",
            "agentctl alarms list --state ALARM",
            "agentctl alarms list --account -o wide          # all of the account, and why they are as they are",
        })
public final class AlarmsList implements Verb {

    private final UseCase<ListAlarms.Request, ListAlarms.Result> list;
    private final Supplier<Clock> clock;

    @Option(names = "--account", description = "All alarms of the account, whoever made them.")
    private boolean account;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those in this state: ALARM, OK or INSUFFICIENT_DATA.")
    private AlarmState state;

    public AlarmsList(UseCase<ListAlarms.Request, ListAlarms.Result> list, Supplier<Clock> clock) {
        this.list = list;
        this.clock = clock;
    }

    @Override
    public int call(Console console) {
        ListAlarms.Result found =
                list.run(new ListAlarms.Request(account, Optional.ofNullable(state)), console.progress());
        console.print(Document.ofRows(found, "alarms", page -> layout(found, page)));
        return Exit.OK;
    }

    private void layout(ListAlarms.Result found, Page page) {
        if (found.alarms().isEmpty()) {
            page.line("No alarms" + (state == null ? "." : " in state " + state + "."));
            return;
        }
        page.table(
                found.alarms(),
                List.of(
                        Column.text("ALARM", Row::name),
                        Column.toned("STATE", AlarmsList::state),
                        Column.number("FOR", this::age),
                        Column.text("OWNER", row -> row.owner().isEmpty() ? "-" : row.owner()),
                        Column.toned("TELLS", AlarmsList::telling),
                        Column.wide("REASON", Row::reason)));
    }

    private static Cell state(Row row) {
        return switch (row.state()) {
            case ALARM -> new Cell("ALARM", Tone.BAD);
            case OK -> new Cell("OK", Tone.GOOD);
            case INSUFFICIENT_DATA -> new Cell("INSUFFICIENT_DATA", Tone.WARNING);
        };
    }

    private String age(Row row) {
        return Lengths.text(Duration.between(row.since(), clock.get().instant()));
    }

    private static Cell telling(Row row) {
        if (row.mutedUntil().isPresent()) {
            return new Cell(
                    row.telling() + " until " + row.mutedUntil().get() + ": " + row.mutedBecause(), Tone.WARNING);
        }
        return new Cell(row.telling(), row.telling().equals("off") ? Tone.WARNING : Tone.PLAIN);
    }
}
