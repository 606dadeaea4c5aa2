package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import picocli.CommandLine.Command;

/** {@code sandbox reset}. */
@Command(footer = "agentctl sandbox reset        # the same world from its beginning, no faults, no calls")
public final class SandboxReset implements Verb {

    private final UseCase<Request, SandboxStatus> reset;

    public SandboxReset(UseCase<Request, SandboxStatus> reset) {
        this.reset = reset;
    }

    /** Asks for the world to begin anew. */
    public record Request() {}

    @Override
    public int call(Console console) {
        SandboxStatus status = reset.run(new Request(), console.progress());
        console.print(Document.of(status, status::layout));
        return Exit.OK;
    }
}
