package io.agentctl.cli.dash;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Flags.OutputFlags;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.chart.Alphabet;
import io.agentctl.cli.policy.Environments;
import io.agentctl.cli.screen.Look;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.CurvesWish;
import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshots;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dash}. */
@Command(
        footer = {
            "agentctl dash                          # live; ? shows what keys do",
            "agentctl dash --range 24h --context prod",
            "agentctl dash --once                   # print it, and end",
            "agentctl dash -o json --query 'curves.value.answers.p99.values[-1]'",
        })
public final class Dash implements Verb {

    private final Stage stage;
    private final Function<String, Snapshots> snapshots;

    @Option(names = "--once", description = "Print the page once, and end; what a pipe gets anyway.")
    private boolean once;

    @Option(
            names = "--range",
            paramLabel = "DURATION",
            defaultValue = "1h",
            description = "How far curves go back: 1h, 6h, 24h or 14d; default: 1h.")
    private Duration range;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "1m",
            description = "Where there is no screen, how often the page is printed again; default: 1m.")
    private Duration every;

    @Option(
            names = "--charts",
            paramLabel = "ALPHABET",
            description = "What charts are drawn with: braille, block or ascii; default: what the terminal can.")
    private Alphabet charts;

    @Mixin
    private Environments environment = new Environments();

    /**
     * Makes the verb.
     *
     * @param stage what there is to show it on
     * @param snapshots of the project, with the policies of an environment
     */
    Dash(Stage stage, Function<String, Snapshots> snapshots) {
        this.stage = stage;
        this.snapshots = snapshots;
    }

    @Override
    public int call(Console console) {
        Range over = Range.of(range)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.USAGE, "--range is one of " + Range.ALL, "For example: agentctl dash --range 6h"));
        Snapshots source = snapshots.apply(environment.name());
        if (once || wanted(console.flags().output()) || !stage.isTerminal()) {
            print(source, over, console);
            return Exit.OK;
        }
        Optional<String> lacking = stage.dumb()
                ? Optional.of("needs a terminal that can move its cursor, TERM is dumb")
                : stage.live().get().show(source, State.initial(stage.context().get(), over), look(console));
        lacking.ifPresent(what -> plainly(what, source, over, console));
        return Exit.OK;
    }

    /** Other formats, and what is picked out of one, are for programs. */
    private static boolean wanted(OutputFlags output) {
        return output.format() != OutputFormat.TABLE || output.query().isPresent();
    }

    private void plainly(String lacking, Snapshots source, Range over, Console console) {
        console.say("The dashboard " + lacking + ": the page is printed every " + every.toSeconds()
                + " s. Ctrl-C ends it.");
        do {
            print(source, over, console);
        } while (console.progress().cancellation().sleep(every));
    }

    private void print(Snapshots source, Range over, Console console) {
        Snapshot snapshot = source.read(over, CurvesWish.WHOLE, EnumSet.allOf(Part.class));
        Look look = look(console);
        console.printNow(Document.of(snapshot, page -> PlainPage.layout(snapshot, source.now(), look, page)));
    }

    private Look look(Console console) {
        Theme theme = stage.theme(console.flags().noColor());
        Alphabet alphabet = charts == null ? Alphabet.of(theme, stage.environment()) : charts;
        return new Look(theme, alphabet, ZoneId.systemDefault());
    }
}
