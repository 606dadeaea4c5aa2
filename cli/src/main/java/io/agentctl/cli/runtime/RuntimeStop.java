package io.agentctl.cli.runtime;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import picocli.CommandLine.Command;

/** {@code runtime stop}. */
@Command(footer = "agentctl runtime stop                           # after 'agentctl serve runtime --detach'")
public final class RuntimeStop implements Verb {

    private final UseCase<Request, Result> stop;

    public RuntimeStop(UseCase<Request, Result> stop) {
        this.stop = stop;
    }

    /** Asks the detached runtime to drain and end. */
    public record Request() {}

    /** Whether there was one. */
    public record Result(boolean stopped) {}

    @Override
    public int call(Console console) {
        Result result = stop.run(new Request(), console.progress());
        console.print(Document.of(
                result, page -> page.line(result.stopped() ? "Drained and stopped." : "No detached runtime runs.")));
        return Exit.OK;
    }
}
