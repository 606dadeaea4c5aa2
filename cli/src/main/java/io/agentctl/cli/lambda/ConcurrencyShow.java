package io.agentctl.cli.lambda;

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
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.concurrency.ConcurrencyRow;
import io.agentctl.control.lambda.concurrency.ShowConcurrency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lambda concurrency show}. */
@Command(
        footer = {
            "agentctl lambda concurrency show worker                 # all its aliases",
            "agentctl lambda concurrency show worker:live -o wide    # with utilization over time",
        })
public final class ConcurrencyShow implements Verb {

    private static final int HISTORY_COLUMNS = 60;

    private final UseCase<ShowConcurrency.Request, ShowConcurrency.Result> show;

    @Parameters(paramLabel = "FUNCTION[:ALIAS]", description = "The function, or an alias or version of it.")
    private String name;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "24h",
            description = "How far to look back for use; default: 24h.")
    private Duration since;

    public ConcurrencyShow(UseCase<ShowConcurrency.Request, ShowConcurrency.Result> show) {
        this.show = show;
    }

    @Override
    public int call(Console console) {
        int colon = name.indexOf(':');
        FunctionName function = function(colon < 0 ? name : name.substring(0, colon));
        Optional<String> qualifier = colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1));
        ShowConcurrency.Result result =
                show.run(new ShowConcurrency.Request(function, qualifier, since), console.progress());
        console.print(Document.ofRows(result, "rows", page -> layout(result, page)));
        return Exit.OK;
    }

    private static FunctionName function(String name) {
        try {
            return new FunctionName(name);
        } catch (IllegalArgumentException notOne) {
            throw new AgentctlException(ErrorCode.USAGE, notOne.getMessage(), "");
        }
    }

    private static void layout(ShowConcurrency.Result result, Page page) {
        String reserved = result.reserved().isPresent()
                ? "reserves " + result.reserved().getAsInt() + " at once, which is its limit too"
                : "reserves nothing";
        page.line(result.function() + " " + reserved + "; of the account's " + result.accountLimit() + " at once "
                + result.accountUnreserved() + " are neither reserved nor kept ready.");
        if (result.rows().isEmpty()) {
            page.line("It has no alias, and nothing is kept ready.");
        }
        page.table(
                result.rows(),
                List.of(
                        Column.text("ALIAS", row -> row.target().qualifier()),
                        Column.text("VERSION", ConcurrencyRow::version),
                        Column.number("REQUESTED", row -> count(row, row.requested())),
                        Column.number("READY", row -> count(row, row.allocated())),
                        Column.toned("STATUS", ConcurrencyShow::status),
                        Column.number("BUSY", row -> ConcurrencyFigures.percent(row.utilization())),
                        Column.number("BUSY PEAK", row -> ConcurrencyFigures.percent(row.peakUtilization())),
                        Column.number("SPILLED", row -> count(row, row.spilled())),
                        Column.number("SHARE", row -> ConcurrencyFigures.percent(row.spilloverShare())),
                        Column.wide("BUSY HISTORY", row -> history(row, page))));
        result.rows().stream()
                .filter(row -> !row.reason().isEmpty())
                .forEach(row -> page.line(Tone.WARNING, row.target() + ": " + row.reason()));
    }

    private static String count(ConcurrencyRow row, long count) {
        return row.requested() == 0 ? "-" : ConcurrencyFigures.count(count);
    }

    private static Cell status(ConcurrencyRow row) {
        return new Cell(
                row.status(),
                switch (row.status()) {
                    case "ready" -> Tone.GOOD;
                    case "none" -> Tone.PLAIN;
                    default -> Tone.WARNING;
                });
    }

    private static String history(ConcurrencyRow row, Page page) {
        return Sparkline.of(Sparkline.values(row.history()), 0, 1, HISTORY_COLUMNS, page.theme());
    }
}
