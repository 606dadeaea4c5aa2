package io.agentctl.cli.windows;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.windows.WindowChecker;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFinding;
import io.agentctl.control.windows.WindowFinding.Severity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code windows check}. */
@Command(
        footer = {
            "agentctl windows check                       # the project's file",
            "agentctl windows check windows.yaml -o json  # exit code 3 if there are errors",
        })
public final class WindowsCheck implements Verb {

    private final Function<Optional<Path>, WindowFile> reader;
    private final Supplier<List<String>> services;
    private final Clock clock;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file; default: the project's.")
    private Path file;

    /** What was found, for programs. */
    private record Result(String file, int windows, List<WindowFinding> findings) {}

    public WindowsCheck(Function<Optional<Path>, WindowFile> reader, Supplier<List<String>> services, Clock clock) {
        this.reader = reader;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public int call(Console console) {
        WindowFile windows = reader.apply(Optional.ofNullable(file));
        List<WindowFinding> findings = WindowChecker.check(windows, services.get(), clock.instant());
        Result result = new Result(windows.file(), windows.windows().size(), findings);
        console.print(Document.ofRows(result, "findings", page -> layout(result, page)));
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ErrorCode.VERDICT_NO.exitCode()
                : Exit.OK;
    }

    private static void layout(Result result, Page page) {
        result.findings().forEach(finding -> page.line(tone(finding.severity()), text(result.file(), finding)));
        long errors = result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        String windows = result.windows() == 1 ? "1 window" : result.windows() + " windows";
        page.line(
                errors == 0 ? Tone.GOOD : Tone.BAD,
                (errors == 0 ? page.theme().tick() : page.theme().cross()) + " " + result.file() + ": " + windows + ", "
                        + (errors == 1 ? "1 error" : errors + " errors"));
    }

    /** As compilers print it, so that editors can jump to it. */
    private static String text(String file, WindowFinding finding) {
        String severity =
                switch (finding.severity()) {
                    case ERROR -> "error";
                    case NOTE -> "note";
                };
        return file + ":" + finding.line() + ":" + finding.column() + ": " + severity + ": window " + finding.window()
                + ": " + finding.message();
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case NOTE -> Tone.PLAIN;
        };
    }
}
