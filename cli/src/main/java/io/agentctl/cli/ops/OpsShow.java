package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.ShowOperation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ops show}. */
@Command(
        footer = {
            "agentctl ops show op-20261124-031502-k7qdm",
            "agentctl ops show op-20261124-031502-k7qdm --query \"undo[].step\"",
        })
public final class OpsShow implements Verb {

    private final UseCase<ShowOperation.Request, OperationDetails> show;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            converter = OperationIdConverter.class,
            description = "The operation, as 'agentctl ops list' prints it; default: your latest that can be undone.")
    private OperationId id;

    public OpsShow(UseCase<ShowOperation.Request, OperationDetails> show) {
        this.show = show;
    }

    @Override
    public int call(Console console) {
        console.print(OperationPage.document(
                show.run(new ShowOperation.Request(Optional.ofNullable(id)), console.progress())));
        return Exit.OK;
    }
}
