package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code perf report}. Talks to nobody, unless it is to read what the target used. */
@Command(
        footer = {
            "agentctl perf report result.json -o md > report.md",
            "agentctl perf report result.json -o html > report.html      # one file, with plots",
            "agentctl perf report smoke.json soak.json -o junit > perf.xml",
        })
public final class PerfReport implements Verb {

    private final TargetResources resources;
    private final Path directory;
    private final BufferedReader stdin;

    @Parameters(arity = "1..*", paramLabel = "RESULT", description = "Results that were saved; - for stdin.")
    private List<Path> files;

    @Option(names = "--resources", description = "Read what the target used at that time from CloudWatch again.")
    private boolean readResources;

    /**
     * Makes the verb.
     *
     * @param resources reads what the target used
     * @param directory to which files are relative
     * @param stdin where a result may come from
     */
    public PerfReport(TargetResources resources, Path directory, BufferedReader stdin) {
        this.resources = resources;
        this.directory = directory;
        this.stdin = stdin;
    }

    @Override
    public int call(Console console) {
        List<LoadResult> results = files.stream()
                .map(file -> ResultFiles.read(file, directory, stdin))
                .map(result -> readResources ? resources.added(result, console) : result)
                .toList();
        boolean one = results.size() == 1;
        if (!one && console.flags().output().format() == OutputFormat.HTML) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "an HTML page has one result", "Make a page of each, or use -o md or -o junit.");
        }
        console.print(one ? ResultPage.document(results.getFirst()) : ReportFormats.several(results));
        return Exit.OK;
    }
}
