package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.ShowOperation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ops resume}. */
@Command(
        footer = {
            "agentctl ops list --state interrupted           # what waits for somebody",
            "agentctl ops resume op-20261124-031502-k7qdm",
        })
public final class OpsResume implements Verb {

    private final UseCase<ShowOperation.Request, OperationDetails> show;
    private final UseCase<ResumeOperation.Request, OperationEnded> resume;

    @Parameters(
            paramLabel = "ID",
            converter = OperationIdConverter.class,
            description = "The operation, as 'agentctl ops list' prints it.")
    private OperationId id;

    public OpsResume(
            UseCase<ShowOperation.Request, OperationDetails> show,
            UseCase<ResumeOperation.Request, OperationEnded> resume) {
        this.show = show;
        this.resume = resume;
    }

    @Override
    public int call(Console console) {
        OperationDetails details = show.run(new ShowOperation.Request(Optional.of(id)), console.progress());
        boolean open = details.operation().state().open();
        if (!open || console.flags().consent().dryRun()) {
            console.print(OperationPage.document(details));
            return open && console.flags().waiting().detailedExitCode() ? Exit.PENDING : Exit.OK;
        }
        console.show(OperationPage.document(details));
        console.confirm("Resume " + id + " on " + details.operation().resource().name() + "?");
        console.print(OperationPage.document(resume.run(new ResumeOperation.Request(id), console.progress())));
        return Exit.OK;
    }
}
