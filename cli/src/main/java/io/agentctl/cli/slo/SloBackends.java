package io.agentctl.cli.slo;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.signals.CompareBackends;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.slo.Backend;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slo backends}. */
@Command(
        footer = {
            "agentctl slo backends            # own alarms or Application Signals: abilities and cost",
            "agentctl slo backends -o json --query 'objectives[0].signals.request'",
        })
public final class SloBackends implements Verb {

    private final MonitoringSource source;
    private final Supplier<String> project;
    private final UseCase<CompareBackends.Request, CompareBackends.Result> compare;

    @Mixin
    private SourceOptions options = new SourceOptions();

    public SloBackends(
            MonitoringSource source,
            Supplier<String> project,
            UseCase<CompareBackends.Request, CompareBackends.Result> compare) {
        this.source = source;
        this.project = project;
        this.compare = compare;
    }

    @Override
    public int call(Console console) {
        CompareBackends.Request request = new CompareBackends.Request(
                project.get(), options.read(source, console).objectives());
        CompareBackends.Result result = compare.run(request, console.progress());
        console.print(Document.ofRows(result, "objectives", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(CompareBackends.Result result, Page page) {
        page.table(
                result.objectives(),
                List.of(
                        Column.text("OBJECTIVE", CompareBackends.Row::name),
                        Column.text("KEPT BY", row -> backend(row.backend())),
                        Column.number("ALARMS", row -> String.valueOf(row.alarms())),
                        Column.number("USD/MONTH", row -> row.alarmsMonthly().toString()),
                        Column.text(
                                "APPLICATION SIGNALS COUNTS",
                                row -> row.signals().basis().name().toLowerCase(Locale.ROOT)),
                        Column.number("ALARMS THERE", row -> String.valueOf(row.signalsAlarms())),
                        Column.number("USD/MONTH", row -> "? + " + row.signalsAlarmsMonthly())));
        for (CompareBackends.Row row : result.objectives()) {
            row.signals().lost().forEach(lost -> page.line(row.name() + ", there: " + lost + "."));
        }
        page.line(
                Tone.WARNING,
                "What Application Signals charges for objectives is not known here; see aws.amazon.com/cloudwatch/pricing.");
        page.line(
                "agentctl.io/backend: application-signals on an SLO, or a Service for all its SLOs, has agentctl alarms"
                        + " apply keep it there.");
        page.line(Tone.FAINT, result.prices());
    }

    private static String backend(Backend backend) {
        return switch (backend) {
            case ALARMS -> "alarms";
            case APPLICATION_SIGNALS -> "application-signals";
        };
    }
}
