package io.agentctl.cli.slo;

import io.agentctl.cli.alarms.TopicOptions;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.document.MonitoringReader;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Finding.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slo check}. */
@Command(
        footer = {
            "agentctl slo check                     # the project's file or folder",
            "agentctl slo check slos/ -o jsonl      # a finding a line; 65 for mistakes, 3 for warnings",
            "agentctl slo check --page-topic oncall # as alarms apply would be told",
        })
public final class SloCheck implements Verb {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::file).thenComparingInt(Finding::line).thenComparingInt(Finding::column);

    private final MonitoringSource source;
    private final Lint lint;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "Objectives and alarms: a file or folder; default: that of the project.")
    private Path file;

    @Mixin
    private TopicOptions topics = new TopicOptions();

    /** @param lint says of what was read what the planner of alarms would */
    public SloCheck(MonitoringSource source, Lint lint) {
        this.source = source;
        this.lint = lint;
    }

    /** Says of objectives and alarms what there is to say before they meet AWS. */
    @FunctionalInterface
    public interface Lint {
        List<Finding> of(MonitoringReader.Result read, Map<Urgency, Recipients> usual);
    }

    /** What was found, for programs. */
    private record Result(String source, int objectives, int alarms, List<Finding> findings) {}

    @Override
    public int call(Console console) {
        MonitoringSource.Found found = source.find(Optional.ofNullable(file));
        if (found.shipped()) {
            console.say(SourceOptions.SHIPPED);
        }
        List<Finding> linted = lint.of(found.result(), topics.usual());
        Result result = new Result(
                found.source(),
                found.result().objectives().size(),
                found.result().alarms().size(),
                Stream.concat(found.result().findings().stream(), linted.stream())
                        .distinct()
                        .sorted(BY_PLACE)
                        .toList());
        console.print(Document.ofRows(result, "findings", page -> layout(result, page)));
        return code(result, linted);
    }

    /** What the planner warns of wakes nobody, or everybody twice: nothing to pass over in a pipeline. */
    private static int code(Result result, List<Finding> linted) {
        if (has(result.findings(), Severity.ERROR)) {
            return ErrorCode.BAD_DOCUMENT.exitCode();
        }
        return has(linted, Severity.WARNING) ? ErrorCode.VERDICT_NO.exitCode() : Exit.OK;
    }

    private static boolean has(List<Finding> findings, Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }

    private static Tone tone(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case NOTE -> Tone.FAINT;
        };
    }

    private static void layout(Result result, Page page) {
        result.findings().forEach(finding -> page.line(tone(finding), finding.text()));
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
