package io.agentctl.cli.table;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.ShareConverter;
import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.AdviceTerms;
import io.agentctl.control.capacity.AdviseCapacity;
import io.agentctl.control.capacity.BetterScaling;
import io.agentctl.control.capacity.MeterAdvice;
import io.agentctl.control.capacity.ModeCost;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code table capacity}. */
@Command(
        footer = {
            "agentctl table capacity orders                     # what each mode would have cost",
            "agentctl table capacity orders --since 60d         # longer, at five minutes' resolution",
            "agentctl table capacity orders --throttles 0.1%    # stricter than one in a hundred",
        })
public final class TableCapacity implements Verb {

    private final UseCase<AdviseCapacity.Request, AdviseCapacity.Result> advise;

    @Mixin
    private TableChoice table = new TableChoice();

    @Mixin
    private LookBackOption back = new LookBackOption();

    @Option(
            names = "--throttles",
            paramLabel = "PERCENT",
            defaultValue = "1%",
            converter = ShareConverter.class,
            description = "The share of what is asked for that may be throttled; default: 1%%.")
    private double throttles;

    @Option(
            names = "--least-saving",
            paramLabel = "PERCENT",
            defaultValue = "15%",
            converter = ShareConverter.class,
            description = "Advise a switch only if it saves this share; default: 15%%.")
    private double leastSaving;

    public TableCapacity(UseCase<AdviseCapacity.Request, AdviseCapacity.Result> advise) {
        this.advise = advise;
    }

    @Override
    public int call(Console console) {
        AdviseCapacity.Result result = advise.run(
                new AdviseCapacity.Request(table.name(), back.since(), new AdviceTerms(throttles, leastSaving)),
                console.progress());
        console.print(Document.ofRows(result, "meters", page -> layout(result, page)));
        return console.flags().waiting().detailedExitCode() && result.worthwhile() ? Exit.PENDING : Exit.OK;
    }

    private static void layout(AdviseCapacity.Result result, Page page) {
        page.line(
                Tone.STRONG,
                result.table() + ", " + result.mode() + ", over " + TableFigures.time(result.measured()) + ", every "
                        + TableFigures.period(result.period()));
        page.table(
                result.meters(),
                List.of(
                        Column.text("UNITS A SECOND", row -> row.meter().toString()),
                        Column.number("MEAN", row -> TableFigures.units(row.meanUnits())),
                        Column.number("PEAK", row -> TableFigures.units(row.peakUnits())),
                        Column.text("NOW", row -> row.present().setting()),
                        Column.number(
                                "USD/MONTH", row -> row.present().monthly().toString()),
                        Column.toned("THROTTLED", row -> throttled(row.present().throttledShare())),
                        Column.number(
                                "ON DEMAND", row -> row.onDemand().monthly().toString()),
                        Column.number("FIXED", row -> TableFigures.cost(row.fixed())),
                        Column.text("", row -> TableFigures.setting(row.fixed())),
                        Column.number("SCALED", row -> TableFigures.cost(row.scaled())),
                        Column.text("", row -> TableFigures.setting(row.scaled())),
                        Column.number("IN USE", row -> TableFigures.percent(row.utilization()))));
        page.line("In a month: " + result.present().monthly() + " as it is"
                + throttles(result.present()) + ", " + result.onDemand().monthly() + " on demand, "
                + result.provisioned()
                        .map(cost -> cost.monthly() + " provisioned at its cheapest" + throttles(cost))
                        .orElse("and provisioned it would throttle more than is allowed")
                + ".");
        result.meters().stream()
                .findFirst()
                .map(MeterAdvice::breakEven)
                .ifPresent(share -> page.line(
                        "Provisioned is no dearer than on demand from " + TableFigures.percent(share) + " in use on."));
        advice(result, page);
        result.notes().forEach(note -> page.line(Tone.FAINT, note));
        page.line(Tone.FAINT, result.prices());
    }

    private static void advice(AdviseCapacity.Result result, Page page) {
        if (result.advised().isEmpty()) {
            page.line(Tone.WARNING, "No advice: " + result.reason() + ".");
        } else {
            page.line(
                    Tone.GOOD,
                    "Advised: " + (result.worthwhile() ? "" : "stay ")
                            + result.advised().get() + ": " + result.reason() + ".");
        }
        result.refusals().forEach(refusal -> page.line(Tone.WARNING, "DynamoDB would refuse it now: " + refusal));
        if (result.worthwhile() && result.refusals().isEmpty()) {
            page.line("Do it with: agentctl table switch " + result.table() + " --to "
                    + result.advised().get() + " --apply");
        }
        if (!result.worthwhile()) {
            result.meters().forEach(meter -> meter.better().ifPresent(better -> page.line(set(result, meter, better))));
        }
        page.line(Tone.FAINT, "switches to on demand left in this rolling day: " + result.switchesLeft());
    }

    private static String set(AdviseCapacity.Result result, MeterAdvice meter, BetterScaling better) {
        String index = meter.meter().index();
        return "Have " + meter.meter() + " scale for " + better.monthly() + ": agentctl table autoscale "
                + result.table() + (index.isEmpty() ? " --table-only" : " --index " + index) + " --only "
                + meter.meter().direction().toString().toLowerCase(Locale.ROOT) + " --target " + better.target()
                + "% --min " + better.min() + " --max " + better.max();
    }

    private static String throttles(ModeCost cost) {
        return cost.throttledShare() == 0
                ? ""
                : " (up to " + TableFigures.percent(cost.throttledShare()) + " throttled)";
    }

    private static Cell throttled(double share) {
        return new Cell(TableFigures.percent(share), share > AdviceTerms.USUAL.mostThrottled() ? Tone.BAD : Tone.PLAIN);
    }
}
