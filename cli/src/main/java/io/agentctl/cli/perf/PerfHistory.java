package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.performance.history.KeepResult;
import io.agentctl.control.performance.history.ListHistory;
import io.agentctl.control.performance.history.ResultHistory;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code perf history}. */
@Command(
        footer = {
            "agentctl perf history",
            "agentctl perf history --scenario baseline --figure p99",
            "agentctl perf load https://agents.example.com -o json | agentctl perf history --keep -",
        })
public final class PerfHistory implements Verb {

    private final UseCase<KeepResult.Request, KeepResult.Kept> keep;
    private final UseCase<ListHistory.Request, ListHistory.Listing> list;
    private final Supplier<ResultHistory> usual;
    private final Path directory;
    private final BufferedReader stdin;

    @Option(
            names = "--keep",
            paramLabel = "RESULT",
            description = "Keep these results first: files that perf load saved; - for stdin.")
    private List<Path> results = List.of();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    /**
     * Makes the verb.
     *
     * @param usual the project's history
     * @param directory to which files are relative
     * @param stdin where a result comes from that is named {@code -}
     */
    public PerfHistory(
            UseCase<KeepResult.Request, KeepResult.Kept> keep,
            UseCase<ListHistory.Request, ListHistory.Listing> list,
            Supplier<ResultHistory> usual,
            Path directory,
            BufferedReader stdin) {
        this.keep = keep;
        this.list = list;
        this.usual = usual;
        this.directory = directory;
        this.stdin = stdin;
    }

    @Override
    public int call(Console console) {
        ResultHistory history = options.history(directory, usual);
        for (Path result : results) {
            KeepResult.Kept kept = keep.run(
                    new KeepResult.Request(history, ResultFiles.read(result, directory, stdin)), console.progress());
            console.say("Kept: " + kept.file());
        }
        ListHistory.Listing listing =
                list.run(new ListHistory.Request(history, options.scenario()), console.progress());
        listing.passedOver().forEach(reason -> console.warn("passed over " + reason));
        console.print(Document.ofRows(listing, "runs", page -> HistoryPage.layout(listing, options.figure(), page)));
        return Exit.OK;
    }
}
