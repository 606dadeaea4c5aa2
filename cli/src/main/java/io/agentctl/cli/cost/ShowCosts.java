package io.agentctl.cli.cost;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.ecs.ServiceOptions;
import io.agentctl.cli.lambda.SweepFiles;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.cost.CostReport;
import io.agentctl.control.cost.ReportCosts;
import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.rightsizing.Budgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cost report}. */
@Command(
        footer = {
            "agentctl cost report                             # everything, over 30 days",
            "agentctl cost report --since 7d --sweeps sweeps/ # and what swept sizes of functions would save",
            "agentctl cost report --costs-only                # without recommendations: a few calls",
            "agentctl cost report -o md > costs.md            # for a ticket; -o html for a page",
        })
public final class ShowCosts implements Verb {

    private final UseCase<ReportCosts.Request, CostReport> report;
    private final Supplier<Budgets> projectBudgets;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "30d",
            description = "Over how long use is measured; default: 30d.")
    private Duration since;

    @Option(
            names = "--costs-only",
            description = "Leave out what recommendations would save, which takes most of the calls.")
    private boolean costsOnly;

    @Option(
            names = "--sweeps",
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "Reports of sweeps, for what functions would save.")
    private List<Path> sweeps = List.of();

    public ShowCosts(UseCase<ReportCosts.Request, CostReport> report, Supplier<Budgets> projectBudgets) {
        this.report = report;
        this.projectBudgets = projectBudgets;
    }

    @Override
    public int call(Console console) {
        CostReport found = report.run(
                new ReportCosts.Request(
                        services.named(List.of()),
                        since,
                        costsOnly ? Depth.COSTS : Depth.ADVICE,
                        projectBudgets.get(),
                        SweepFiles.read(sweeps, console)),
                console.progress());
        console.print(Document.ofRows(found, "lines", page -> CostPage.layout(found, page))
                .also(OutputFormat.MD, () -> CostMarkdown.of(found))
                .also(OutputFormat.HTML, () -> CostHtml.of(found)));
        return Exit.OK;
    }
}
