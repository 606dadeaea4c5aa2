package io.agentctl.cli.perf;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.history.FolderHistory;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.history.ResultHistory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Which runs of the history, and what of them. */
final class HistoryOptions {

    private static final String USUAL_FIGURE = "p95";

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description =
                    "A folder where the history is; default: the project's, .agentctl/performance beside agentctl.yaml.")
    private Path folder;

    @Option(names = "--scenario", paramLabel = "NAME", description = "Runs of this scenario alone.")
    private String scenario;

    @Option(
            names = "--figure",
            paramLabel = "FIGURE",
            defaultValue = USUAL_FIGURE,
            description = "p50, p90, p95, p99, mean, errors or throughput; default: " + USUAL_FIGURE + ".")
    private String figure;

    /** The folder that was named, else the project's history. */
    ResultHistory history(Path directory, Supplier<ResultHistory> usual) {
        return folder == null ? usual.get() : new FolderHistory(directory.resolve(folder));
    }

    Optional<String> scenario() {
        return Optional.ofNullable(scenario);
    }

    /** @throws AgentctlException USAGE for what is no figure */
    HistoryFigure figure() {
        return HistoryFigure.named(figure)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.USAGE, "--figure is one of " + HistoryFigure.names() + ", not '" + figure + "'", ""));
    }
}
