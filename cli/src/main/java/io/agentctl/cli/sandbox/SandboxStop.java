package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import picocli.CommandLine.Command;

/** {@code sandbox stop}. */
@Command(footer = "agentctl sandbox stop")
public final class SandboxStop implements Verb {

    private final UseCase<Request, Result> stop;

    public SandboxStop(UseCase<Request, Result> stop) {
        this.stop = stop;
    }

    /** Asks the sandbox to end. */
    public record Request() {}

    /**
     * How it ended.
     *
     * @param wasRunning false if there was nothing to stop
     */
    public record Result(boolean wasRunning) {}

    @Override
    public int call(Console console) {
        Result result = stop.run(new Request(), console.progress());
        console.print(Document.of(
                result,
                page -> page.line(result.wasRunning() ? "The sandbox has stopped." : "The sandbox was not running.")));
        return Exit.OK;
    }
}
