package io.agentctl.cli.slo;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slo check}. */
@Command(
        footer = {
            "agentctl slo check                     # the project's file or folder",
            "agentctl slo check slos/ -o jsonl      # a finding a line, for editors and pipelines; exit code 65",
        })
public final class SloCheck implements Verb {

    private final MonitoringSource source;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "Objectives and alarms: a file or folder; default: that of the project.")
    private Path file;

    public SloCheck(MonitoringSource source) {
        this.source = source;
    }

    /** What was found, for programs. */
    private record Result(String source, int objectives, int alarms, List<Finding> findings) {}

    @Override
    public int call(Console console) {
        MonitoringSource.Found found = source.find(Optional.ofNullable(file));
        if (found.shipped()) {
            console.say(SourceOptions.SHIPPED);
        }
        Result result = new Result(
                found.source(),
                found.result().objectives().size(),
                found.result().alarms().size(),
                found.result().findings());
        console.print(Document.ofRows(result, "findings", page -> layout(result, page)));
        return found.result().sound() ? Exit.OK : ErrorCode.BAD_DOCUMENT.exitCode();
    }

    private static void layout(Result result, Page page) {
        result.findings()
                .forEach(finding ->
                        page.line(finding.severity() == Severity.ERROR ? Tone.BAD : Tone.WARNING, finding.text()));
        long mistakes = result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        page.line(
                mistakes == 0 ? Tone.GOOD : Tone.BAD,
                (mistakes == 0 ? page.theme().tick() : page.theme().cross()) + " " + result.source() + ": "
                        + Words.count(result.objectives(), "objective") + " and "
                        + Words.count(result.alarms(), "alarm")
                        + (mistakes == 0 ? ", no mistakes" : " are right, " + Words.count(mistakes, "mistake")));
    }
}
