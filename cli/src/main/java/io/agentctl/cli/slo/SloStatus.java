package io.agentctl.cli.slo;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.slo.report.ReportObjectives;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slo status}. */
@Command(
        footer = {
            "agentctl slo status                    # exit code 3 if an objective is missed",
            "agentctl slo status -o wide            # and how fast budgets are spent",
            "agentctl slo status -o json --query 'objectives[?standing!=`kept`].name'",
        })
public final class SloStatus implements Verb {

    private final MonitoringSource source;
    private final UseCase<ReportObjectives.Request, ReportObjectives.Result> report;

    @Mixin
    private SourceOptions options = new SourceOptions();

    public SloStatus(MonitoringSource source, UseCase<ReportObjectives.Request, ReportObjectives.Result> report) {
        this.source = source;
        this.report = report;
    }

    @Override
    public int call(Console console) {
        ReportObjectives.Result result = report.run(
                new ReportObjectives.Request(options.read(source, console).objectives(), Duration.ZERO),
                console.progress());
        console.print(Document.ofRows(result, "objectives", page -> ObjectivePage.status(result, page)));
        return result.missed() ? ErrorCode.VERDICT_NO.exitCode() : Exit.OK;
    }
}
