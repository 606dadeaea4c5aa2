package io.agentctl.cli.perf;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.threshold.ObjectiveThresholds;
import io.agentctl.control.performance.threshold.Rejudged;
import io.agentctl.control.performance.threshold.Threshold;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code perf check}. */
@Command(
        footer = {
            "agentctl perf check result.json                              # by the thresholds of its run",
            "agentctl perf check result.json --threshold 'p99<800ms'      # by others",
            "agentctl perf load http://127.0.0.1:8080 -o json | agentctl perf check --threshold 'errors<1%'",
        })
public final class PerfCheck implements Verb {

    private final ObjectiveThresholds objectives;
    private final Path directory;
    private final BufferedReader stdin;

    @Parameters(
            arity = "0..1",
            paramLabel = "RESULT",
            defaultValue = "-",
            description = "A result that was saved; default: stdin.")
    private Path file;

    @Mixin
    private ThresholdOptions thresholds = new ThresholdOptions();

    /**
     * Makes the verb.
     *
     * @param objectives of the project, as thresholds
     * @param directory to which files are relative
     * @param stdin where a result may come from
     */
    public PerfCheck(ObjectiveThresholds objectives, Path directory, BufferedReader stdin) {
        this.objectives = objectives;
        this.directory = directory;
        this.stdin = stdin;
    }

    @Override
    public int call(Console console) {
        LoadResult read = ResultFiles.read(file, directory, stdin);
        List<Threshold> given = thresholds.given(objectives);
        LoadResult result = given.isEmpty() ? read : Rejudged.by(given, read);
        if (result.thresholds().isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "there is nothing to judge by: the run had no thresholds",
                    "Give some, such as --threshold 'p95<500ms'.");
        }
        console.print(ResultPage.document(result));
        return ResultExit.of(result);
    }
}
