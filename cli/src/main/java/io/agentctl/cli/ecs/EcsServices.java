package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.ListServices;
import io.agentctl.control.ecs.ServiceRow;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecs services}. */
@Command(
        footer = {
            "agentctl ecs services",
            "agentctl ecs services -o wide                   # with 24 hours of CPU as a sparkline",
            "agentctl ecs services api reasoning --since 7d",
            "agentctl ecs services --query \"services[?cpuPeak>`90`].service\"",
        })
public final class EcsServices implements Verb {

    private final UseCase<ListServices.Request, ListServices.Result> list;

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Services to list; default: all of the cluster.")
    private List<String> names;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "24h",
            description = "How far to look back for use; default: 24h.")
    private Duration since;

    public EcsServices(UseCase<ListServices.Request, ListServices.Result> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        ListServices.Result result =
                list.run(new ListServices.Request(services.named(names), since), console.progress());
        console.print(Document.ofRows(result, "services", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(ListServices.Result result, Page page) {
        if (result.services().isEmpty()) {
            page.line("The cluster has no services.");
            return;
        }
        page.table(
                result.services(),
                List.of(
                        Column.text("SERVICE", ServiceRow::service),
                        Column.text("SIZE", EcsServices::size),
                        Column.number("TASKS", row -> row.running() + "/" + row.desired()),
                        Column.text("SCALING", row -> row.scaling().isEmpty() ? "-" : row.scaling()),
                        Column.number("CPU", row -> Figures.percent(row.cpuAverage())),
                        Column.number("CPU PEAK", row -> Figures.percent(row.cpuPeak())),
                        Column.number("MEMORY PEAK", row -> Figures.percent(row.memoryPeak())),
                        Column.number("USD/MONTH", row -> row.monthlyCost().toString()),
                        Column.toned("STATE", EcsServices::state),
                        Column.wide("CPU HISTORY", row -> history(row, page)),
                        Column.wide("REVISION", ServiceRow::taskDefinition),
                        Column.wide("PROCESSOR", ServiceRow::architecture),
                        Column.wide("SPOT", row -> Math.round(row.spotShare() * 100) + "%")));
        int count = result.services().size();
        page.line((count == 1 ? "1 service, " : count + " services, ") + result.monthlyCost() + " a month.");
        page.line(Tone.FAINT, result.prices());
    }

    private static String size(ServiceRow row) {
        return row.cpu().isPresent() ? row.cpu().getAsInt() + "/" + row.memory().getAsInt() : "?";
    }

    private static Cell state(ServiceRow row) {
        return new Cell(row.state(), row.state().equals("steady") ? Tone.GOOD : Tone.WARNING);
    }

    private static String history(ServiceRow row, Page page) {
        return Sparkline.of(
                Sparkline.values(row.cpuHistory()), 0, 100, row.cpuHistory().size(), page.theme());
    }
}
