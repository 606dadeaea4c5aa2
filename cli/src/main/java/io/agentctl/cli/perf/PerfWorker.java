package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.performance.scenario.Part;
import io.agentctl.control.performance.tasks.SendPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code perf worker}. */
@Command(footer = "agentctl perf worker 5d1f0c3a9b2e --part 2/4 --table acme-agentctl    # as its task runs it")
public final class PerfWorker implements Verb {

    private final UseCase<SendPart.Request, SendPart.Sent> send;

    @Parameters(paramLabel = "RUN", description = "Which load, as whoever started it has named it.")
    private String run;

    @Option(
            names = "--part",
            paramLabel = "I/N",
            required = true,
            converter = PartConverter.class,
            description = "Which part of it, such as 2/4.")
    private Part part;

    @Option(names = "--table", paramLabel = "TABLE", required = true, description = "The table that describes it.")
    private String table;

    public PerfWorker(UseCase<SendPart.Request, SendPart.Sent> send) {
        this.send = send;
    }

    @Override
    public int call(Console console) {
        SendPart.Sent sent = send.run(new SendPart.Request(table, run, part), console.progress());
        console.print(Document.of(
                sent,
                page -> page.line("Part " + sent.part() + " of load " + sent.run() + ": " + sent.requests()
                        + " requests sent.")));
        return Exit.OK;
    }

    /** A part, such as {@code 2/4}. */
    static final class PartConverter implements ITypeConverter<Part> {

        @Override
        public Part convert(String text) {
            try {
                return Part.parse(text);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException(none.getMessage());
            }
        }
    }
}
