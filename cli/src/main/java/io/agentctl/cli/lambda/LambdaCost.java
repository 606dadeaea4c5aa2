package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.cost.CostRow;
import io.agentctl.control.plan.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lambda cost}. */
@Command(
        footer = {
            "agentctl lambda cost",
            "agentctl lambda cost worker --since 7d",
            "agentctl lambda cost --sweeps sweeps/               # and what the swept sizes would save",
            "agentctl lambda cost --cost-explorer --tag service  # as billed; AWS charges $0.01 a call",
        })
public final class LambdaCost implements Verb {

    private static final String USUAL_TAG = "function";

    private final UseCase<CostOfFunctions.Request, CostOfFunctions.Result> cost;

    @Parameters(
            arity = "0..*",
            paramLabel = "FUNCTION",
            converter = FunctionNameConverter.class,
            description = "Functions; default: all there are.")
    private List<FunctionName> functions = List.of();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "30d",
            description = "Over how long; default: 30d.")
    private Duration since;

    @Option(
            names = "--cost-explorer",
            description = "Ask Cost Explorer what was billed, for $0.01 a call; kept for a day.")
    private boolean explorer;

    @Option(
            names = "--tag",
            paramLabel = "KEY",
            defaultValue = USUAL_TAG,
            description = "The cost allocation tag that holds a function's name; default: " + USUAL_TAG + ".")
    private String tag;

    @Option(
            names = "--sweeps",
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "Reports of sweeps, for what each function would save.")
    private List<Path> sweeps = List.of();

    public LambdaCost(UseCase<CostOfFunctions.Request, CostOfFunctions.Result> cost) {
        this.cost = cost;
    }

    @Override
    public int call(Console console) {
        CostOfFunctions.Result result = cost.run(
                new CostOfFunctions.Request(
                        functions,
                        since,
                        explorer ? Optional.of(tag) : Optional.empty(),
                        SweepFiles.read(sweeps, console)),
                console.progress());
        console.print(Document.ofRows(result, "functions", page -> layout(result, page)));
        return Exit.OK;
    }

    private static void layout(CostOfFunctions.Result result, Page page) {
        if (result.functions().isEmpty()) {
            page.line("There are no functions.");
            return;
        }
        page.table(result.functions(), columns(result));
        page.line(result.functions().size() + (result.functions().size() == 1 ? " function, " : " functions, ")
                + result.cost() + " since " + result.from() + ", " + result.monthly() + " a month ("
                + basis(result) + ").");
        result.untagged()
                .filter(rest -> rest.compareTo(Money.ZERO) > 0)
                .ifPresent(rest ->
                        page.line("Besides, " + rest + " of Lambda were billed under no listed function's tag."));
        result.saved().ifPresent(saved -> page.line(Tone.GOOD, "Swept sizes would save " + saved + " a month."));
        result.notes().forEach(note -> page.line(Tone.FAINT, note));
        page.line(Tone.FAINT, result.prices());
    }

    private static List<Column<CostRow>> columns(CostOfFunctions.Result result) {
        List<Column<CostRow>> columns = new ArrayList<>(List.of(
                Column.text("FUNCTION", row -> row.function().value()),
                Column.number("MEMORY", row -> row.memoryMb() + " MB"),
                Column.number("INVOCATIONS", row -> ConcurrencyFigures.count(row.invocations())),
                Column.number("MEAN", LambdaCost::mean),
                Column.number("GB-S", row -> ConcurrencyFigures.count(Math.round(row.gbSeconds()))),
                Column.number("KEPT READY", row -> dash(row.keptReady())),
                Column.number("USD", row -> row.cost().toString() + (unbilled(result, row) ? " *" : "")),
                Column.number("USD/MONTH", row -> row.monthly().toString())));
        if (result.saved().isPresent()) {
            columns.add(Column.text("SWEPT SIZE", row -> row.swept()
                    .map(swept -> swept.memoryMb() + " MB"
                            + (swept.architecture().equals(row.architecture()) ? "" : " " + swept.architecture()))
                    .orElse("-")));
            columns.add(Column.number(
                    "SAVES/MONTH",
                    row -> row.swept().map(swept -> swept.monthly().toString()).orElse("-")));
        }
        return columns;
    }

    private static String basis(CostOfFunctions.Result result) {
        boolean some = result.functions().stream().anyMatch(row -> unbilled(result, row));
        return result.source().equals("computed") ? "computed" : some ? "as billed; * computed" : "as billed";
    }

    /** Computed, although Cost Explorer was asked: it knows nothing under the function's name. */
    private static boolean unbilled(CostOfFunctions.Result result, CostRow row) {
        return !result.source().equals("computed") && row.billed().isEmpty();
    }

    private static String mean(CostRow row) {
        return row.meanMs().isPresent()
                ? String.format(Locale.ROOT, "%,.1f ms", row.meanMs().getAsDouble())
                : "-";
    }

    private static String dash(Money money) {
        return money.compareTo(Money.ZERO) == 0 ? "-" : money.toString();
    }
}
