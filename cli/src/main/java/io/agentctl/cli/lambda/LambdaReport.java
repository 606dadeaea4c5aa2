package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.report.ReportFile;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.lambda.report.SweepReportReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lambda report}. Talks to no account. */
@Command(
        footer = {
            "agentctl lambda sweep resizer -o json > sweep.json && agentctl lambda report sweep.json",
            "agentctl lambda report sweep.json --report sweep.html   # one file, for a pull request",
            "agentctl lambda report sweep.json -o csv                # a line a size",
        })
public final class LambdaReport implements Verb {

    private static final Path STDIN = Path.of("-");

    private final BufferedReader stdin;

    @Parameters(paramLabel = "FILE", description = "A sweep that was saved with -o json; - for stdin.")
    private Path file;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as one HTML file too.")
    private Path html;

    public LambdaReport(BufferedReader stdin) {
        this.stdin = stdin;
    }

    @Override
    public int call(Console console) {
        SweepReport report = file.equals(STDIN) ? SweepReportReader.read("stdin", typed()) : ReportFile.read(file);
        console.print(SweepPage.document(report));
        if (html != null) {
            ReportFile.write(html, report);
            console.say("Written: " + html);
        }
        return Exit.OK;
    }

    private String typed() {
        StringWriter text = new StringWriter();
        try {
            stdin.transferTo(text);
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "cannot read stdin as text", "", null, e);
        }
        return text.toString();
    }
}
