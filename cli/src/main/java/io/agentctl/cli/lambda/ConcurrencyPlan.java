package io.agentctl.cli.lambda;

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
import io.agentctl.control.lambda.concurrency.AdviseConcurrency;
import io.agentctl.control.lambda.concurrency.ConcurrencyTarget;
import io.agentctl.control.lambda.concurrency.Level;
import io.agentctl.control.lambda.concurrency.LevelRule;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lambda concurrency plan}. */
@Command(
        footer = {
            "agentctl lambda concurrency plan worker:live",
            "agentctl lambda concurrency plan worker:live --since 30d --cover 99.9%",
            "agentctl lambda concurrency plan worker:live --no-dearer",
            "agentctl lambda concurrency plan worker:live -o json > plan.json && agentctl apply plan.json",
        })
public final class ConcurrencyPlan implements Verb {

    private final UseCase<AdviseConcurrency.Request, AdviseConcurrency.Result> advise;

    @Parameters(
            paramLabel = "FUNCTION:ALIAS",
            converter = ConcurrencyTargetConverter.class,
            description = "An alias or version of a function.")
    private ConcurrencyTarget target;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "14d",
            description = "How far to look back for use; default: 14d.")
    private Duration since;

    @Option(
            names = "--cover",
            paramLabel = "PERCENT",
            defaultValue = "99%",
            converter = ShareConverter.class,
            description = "Advise the cheapest that suffices in this share of the time; default: 99%%.")
    private double cover;

    @Option(names = "--no-dearer", description = "Advise the most that costs no more than keeping none ready, instead.")
    private boolean noDearer;

    public ConcurrencyPlan(UseCase<AdviseConcurrency.Request, AdviseConcurrency.Result> advise) {
        this.advise = advise;
    }

    @Override
    public int call(Console console) {
        LevelRule rule = noDearer ? LevelRule.NO_DEARER : LevelRule.COVER;
        AdviseConcurrency.Result result =
                advise.run(new AdviseConcurrency.Request(target, since, rule, cover), console.progress());
        console.print(Document.ofRows(result, "levels", page -> layout(result, page)));
        boolean pending =
                console.flags().waiting().detailedExitCode() && !result.plan().isEmpty();
        return pending ? Exit.PENDING : Exit.OK;
    }

    private static void layout(AdviseConcurrency.Result result, Page page) {
        page.line(Tone.STRONG, result.target() + ", " + result.memoryMb() + " MB: " + present(result));
        page.table(
                result.levels(),
                List.of(
                        Column.toned("READY", level -> environments(result, level)),
                        Column.number("USD/MONTH", level -> level.monthly().toString()),
                        Column.number("KEPT READY", level -> level.keptReady().toString()),
                        Column.number("MEET READY", level -> ConcurrencyFigures.percent(level.readyShare())),
                        Column.number("TIME COVERED", level -> ConcurrencyFigures.percent(level.covered())),
                        Column.number("BUSY", level -> ConcurrencyFigures.percent(level.utilization())),
                        Column.number(
                                "COLD STARTS AVOIDED", level -> ConcurrencyFigures.count(level.coldStartsAvoided())),
                        Column.text("", level -> remark(result, level))));
        if (result.advised().isPresent()) {
            page.line(
                    result.enough() ? Tone.GOOD : Tone.WARNING,
                    "Advised: " + text(result.advised().getAsInt()) + ", " + result.reason() + ".");
        } else {
            page.line(Tone.WARNING, "No advice: " + result.reason() + ".");
        }
        result.breakEvenUtilization()
                .ifPresent(share -> page.line("A ready environment is no dearer than on demand when it is busy "
                        + ConcurrencyFigures.percent(share) + " of the time."));
        if (!result.plan().isEmpty()) {
            page.line("Do it with: agentctl lambda concurrency "
                    + (result.advised().getAsInt() == 0
                            ? "clear " + result.target()
                            : "set " + result.target() + " " + result.advised().getAsInt()));
        }
        result.notes().forEach(note -> page.line(Tone.FAINT, note));
        page.line(Tone.FAINT, result.prices());
    }

    private static String present(AdviseConcurrency.Result result) {
        if (result.present() == 0) {
            return "none is kept ready now";
        }
        String use = result.utilization().isPresent()
                ? ", busy " + ConcurrencyFigures.percent(result.utilization()) + " of the time"
                : "";
        String spilled = result.spilloverShare().isPresent()
                ? ", " + ConcurrencyFigures.percent(result.spilloverShare()) + " of invocations found none free"
                : "";
        return result.present() + " kept ready now" + use + spilled;
    }

    private static Cell environments(AdviseConcurrency.Result result, Level level) {
        boolean advised = result.advised().isPresent() && result.advised().getAsInt() == level.environments();
        return new Cell(text(level.environments()), advised ? Tone.GOOD : Tone.PLAIN);
    }

    private static String text(int environments) {
        return environments == 0 ? "none" : Integer.toString(environments);
    }

    private static String remark(AdviseConcurrency.Result result, Level level) {
        if (result.advised().isPresent() && result.advised().getAsInt() == level.environments()) {
            return "advised";
        }
        if (!level.possible()) {
            return "over the limit, " + Math.max(0, result.most());
        }
        return level.environments() == result.present() ? "now" : "";
    }
}
