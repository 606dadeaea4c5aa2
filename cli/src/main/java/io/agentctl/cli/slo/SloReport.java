package io.agentctl.cli.slo;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.report.ReportObjectives;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slo report}. */
@Command(
        footer = {
            "agentctl slo report                                # all objectives, over 30 days",
            "agentctl slo report api-availability --since 7d",
            "agentctl slo report -o md > budgets.md             # for a review",
            "agentctl slo report -o csv > budgets.csv           # a line for each objective",
        })
public final class SloReport implements Verb {

    private final MonitoringSource source;
    private final UseCase<ReportObjectives.Request, ReportObjectives.Result> report;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Parameters(arity = "0..*", paramLabel = "OBJECTIVE", description = "Objectives; default: all of them.")
    private List<String> names = List.of();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "30d",
            description = "How far to look back; default: 30d.")
    private Duration since;

    public SloReport(MonitoringSource source, UseCase<ReportObjectives.Request, ReportObjectives.Result> report) {
        this.source = source;
        this.report = report;
    }

    @Override
    public int call(Console console) {
        List<Objective> chosen = chosen(options.read(source, console).objectives());
        ReportObjectives.Result result = report.run(new ReportObjectives.Request(chosen, since), console.progress());
        console.print(Document.ofRows(result, "objectives", page -> ObjectivePage.report(result, since, page))
                .also(OutputFormat.MD, () -> ObjectiveMarkdown.of(result, since)));
        return result.missed() ? ErrorCode.VERDICT_NO.exitCode() : Exit.OK;
    }

    private List<Objective> chosen(List<Objective> all) {
        List<String> known = all.stream().map(Objective::name).toList();
        Optional<String> unknown =
                names.stream().filter(name -> !known.contains(name)).findFirst();
        unknown.ifPresent(name -> {
            throw new AgentctlException(
                    ErrorCode.USAGE, "there is no objective " + name, "There are: " + String.join(", ", known));
        });
        return all.stream()
                .filter(objective -> names.isEmpty() || names.contains(objective.name()))
                .toList();
    }
}
