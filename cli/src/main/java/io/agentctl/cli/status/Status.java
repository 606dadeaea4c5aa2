package io.agentctl.cli.status;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.LookAround;
import io.agentctl.control.overview.RuntimeStatus;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code status}. */
@Command(
        footer = {
            "agentctl status                        # one page; exit code 3 if something is critical",
            "agentctl status -o json --query 'reasons'",
        })
public final class Status implements Verb {

    private final Supplier<LookAround.Request> request;
    private final UseCase<LookAround.Request, RuntimeStatus> look;

    public Status(Supplier<LookAround.Request> request, UseCase<LookAround.Request, RuntimeStatus> look) {
        this.request = request;
        this.look = look;
    }

    @Override
    public int call(Console console) {
        RuntimeStatus status = look.run(request.get(), console.progress());
        console.print(Document.of(status, page -> StatusPage.layout(status, page)));
        return switch (status.verdict()) {
            case GOOD, WARNING -> Exit.OK;
            case CRITICAL -> ErrorCode.VERDICT_NO.exitCode();
        };
    }
}
