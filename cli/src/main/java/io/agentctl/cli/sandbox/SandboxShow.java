package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import picocli.CommandLine.Command;

/** {@code sandbox status}. */
@Command(
        footer = {
            "agentctl sandbox status",
            "agentctl sandbox status --query endpoint",
        })
public final class SandboxShow implements Verb {

    private final UseCase<Request, SandboxStatus> show;

    public SandboxShow(UseCase<Request, SandboxStatus> show) {
        this.show = show;
    }

    /** Asks how the sandbox is. */
    public record Request() {}

    @Override
    public int call(Console console) {
        SandboxStatus status = show.run(new Request(), console.progress());
        console.print(Document.of(status, status::layout));
        return Exit.OK;
    }
}
