package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.ShareConverter;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.regression.Comparison;
import io.agentctl.control.performance.regression.ResultComparer;
import java.io.BufferedReader;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code perf compare}. */
@Command(
        footer = {
            "agentctl perf compare base.json candidate.json",
            "agentctl perf compare base.json candidate.json --threshold 10% -o json",
        })
public final class PerfCompare implements Verb {

    private static final String USUAL = "5%";

    private final Path directory;
    private final BufferedReader stdin;

    @Parameters(index = "0", paramLabel = "BASE", description = "What it was: a result saved as JSON.")
    private Path base;

    @Parameters(
            index = "1",
            paramLabel = "CANDIDATE",
            description = "What it is now: a result of the same scenario; - for stdin.")
    private Path candidate;

    @Option(
            names = "--threshold",
            paramLabel = "SHARE",
            defaultValue = USUAL,
            converter = ShareConverter.class,
            description = "The smallest difference that matters; default: " + USUAL
                    + "%.") // Twice, for picocli takes it for a format.
    private Double threshold;

    /**
     * Makes the verb.
     *
     * @param directory to which files are relative
     * @param stdin where a result comes from that is named {@code -}
     */
    public PerfCompare(Path directory, BufferedReader stdin) {
        this.directory = directory;
        this.stdin = stdin;
    }

    @Override
    public int call(Console console) {
        Comparison comparison = new ResultComparer(threshold)
                .compare(ResultFiles.read(base, directory, stdin), ResultFiles.read(candidate, directory, stdin));
        console.print(Document.ofRows(comparison, "figures", page -> ComparisonPage.layout(comparison, page)));
        return exit(comparison);
    }

    /** A comparison that says nothing at all is no pass; one that leaves some figure open has said of others. */
    private static int exit(Comparison comparison) {
        boolean nothing = comparison.figures().stream().allMatch(figure -> figure.word() == Comparison.Word.UNDECIDED);
        return switch (comparison.word()) {
            case REGRESSION -> ErrorCode.VERDICT_NO.exitCode();
            case UNDECIDED -> nothing ? ErrorCode.FAILED.exitCode() : Exit.OK;
            case IMPROVEMENT, NO_DIFFERENCE -> Exit.OK;
        };
    }
}
