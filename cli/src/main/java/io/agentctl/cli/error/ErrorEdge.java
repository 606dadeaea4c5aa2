package io.agentctl.cli.error;

import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.Verbosity;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Streams.Stream;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The one place that turns exceptions into messages and exit codes: what went wrong, what to do next, the request id.
 *
 * @param flags the global options as far as they were parsed
 * @param stream what stderr is
 * @param failures hears of those that are known, once they are told
 */
public record ErrorEdge(Supplier<Flags> flags, Stream stream, Consumer<AgentctlException> failures)
        implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String REPORT =
            "This is a bug in agentctl. Run it again with --debug and report what it prints, with 'agentctl --version'.";

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine commandLine = exception.getCommandLine();
        UsageMistake mistake = UsageMistake.of(exception);
        report(commandLine.getErr(), mistake.message(), mistake.advice(), exception);
        return ErrorCode.USAGE.exitCode();
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
        Throwable failure = exception instanceof ExecutionException wrapper ? wrapper.getCause() : exception;
        PrintWriter talk = commandLine.getErr();
        return switch (failure) {
            case AgentctlException known -> {
                report(talk, known.getMessage(), known.advice(), known);
                known.requestId().ifPresent(id -> talk.println("  AWS request id: " + id));
                failures.accept(known);
                yield known.code().exitCode();
            }
            case ParameterException misuse -> handleParseException(misuse, new String[0]);
            default -> {
                report(talk, String.valueOf(failure), REPORT, failure);
                yield ErrorCode.BUG.exitCode();
            }
        };
    }

    private void report(PrintWriter talk, String message, String advice, Throwable failure) {
        Theme theme = new Theme(stream.colour() && !flags.get().noColor(), stream.unicode());
        talk.println(theme.paint(Tone.BAD, "agentctl:") + " " + message);
        if (!advice.isEmpty()) {
            advice.lines().forEach(line -> talk.println("  " + line));
        }
        if (flags.get().verbosity() == Verbosity.DEBUG) {
            failure.printStackTrace(talk);
        }
        talk.flush();
    }
}
