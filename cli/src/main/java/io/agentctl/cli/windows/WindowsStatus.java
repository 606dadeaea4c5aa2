package io.agentctl.cli.windows;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.run.ShowWindows;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code windows status}. */
@Command(
        footer = {
            "agentctl windows status             # who sleeps, until when, and what it comes back to",
            "agentctl windows status -o json --query 'services[?!right].service'",
        })
public final class WindowsStatus implements Verb {

    private final Function<Optional<Path>, WindowFile> reader;
    private final UseCase<ShowWindows.Request, ShowWindows.Result> show;
    private final Supplier<Clock> clock;

    @Mixin
    private WindowFileOptions file = new WindowFileOptions();

    public WindowsStatus(
            Function<Optional<Path>, WindowFile> reader,
            UseCase<ShowWindows.Request, ShowWindows.Result> show,
            Supplier<Clock> clock) {
        this.reader = reader;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public int call(Console console) {
        WindowFile rules = file.read(reader);
        ShowWindows.Result found =
                show.run(new ShowWindows.Request(rules, clock.get().instant()), console.progress());
        console.print(Document.ofRows(found, "services", page -> layout(found, page)));
        return Exit.OK;
    }

    private static void layout(ShowWindows.Result found, Page page) {
        if (found.services().isEmpty() && found.unhandled().isEmpty()) {
            page.line("No window speaks of any service, and none sleeps.");
        }
        page.table(
                found.services(),
                List.of(
                        Column.text("SERVICE", ShowWindows.Row::service),
                        Column.text("WINDOW", row -> WindowPages.dash(row.window())),
                        Column.toned("SHOULD BE", WindowsStatus::should),
                        Column.number("TASKS", row -> row.running() + "/" + row.desired()),
                        Column.number(
                                "UNTIL", row -> row.next().map(Object::toString).orElse("-")),
                        Column.text(
                                "COMES BACK TO",
                                row -> row.original().map(Object::toString).orElse("-")),
                        Column.text("NOTE", ShowWindows.Row::note)));
        WindowPages.unhandled(found.unhandled(), page);
    }

    private static Cell should(ShowWindows.Row row) {
        return new Cell(
                WindowPages.should(row.asleep()) + (row.right() ? "" : ", is not"),
                row.right() ? Tone.PLAIN : Tone.WARNING);
    }
}
