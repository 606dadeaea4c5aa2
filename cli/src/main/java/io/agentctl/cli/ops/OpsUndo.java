package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.ShowOperation;
import io.agentctl.control.ops.UndoOperation;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ops undo}. */
@Command(
        footer = {
            "agentctl ops undo                               # your latest; shows it, and asks",
            "agentctl ops undo op-20261124-031502-k7qdm --dry-run",
            "agentctl ops undo op-20261124-031502-k7qdm --yes",
        })
public final class OpsUndo implements Verb {

    private final UseCase<ShowOperation.Request, OperationDetails> show;
    private final UseCase<UndoOperation.Request, OperationEnded> undo;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            converter = OperationIdConverter.class,
            description = "The operation; default: your latest that can be undone.")
    private OperationId id;

    @Option(names = "--force", description = "Put back even what somebody else changed since.")
    private boolean force;

    public OpsUndo(
            UseCase<ShowOperation.Request, OperationDetails> show,
            UseCase<UndoOperation.Request, OperationEnded> undo) {
        this.show = show;
        this.undo = undo;
    }

    @Override
    public int call(Console console) {
        OperationDetails details = show.run(new ShowOperation.Request(Optional.ofNullable(id)), console.progress());
        boolean nothing =
                details.undo().isEmpty() && !details.operation().state().open();
        if (nothing || console.flags().consent().dryRun()) {
            console.print(OperationPage.document(details));
            return pending(console, nothing);
        }
        console.show(OperationPage.document(details));
        console.confirm("Undo " + details.operation().id() + " on "
                + details.operation().resource().name() + "?");
        OperationId shown = new OperationId(details.operation().id());
        UndoMode mode = force ? UndoMode.FORCED : UndoMode.CAREFUL;
        OperationEnded ended = undo.run(new UndoOperation.Request(shown, mode), console.progress());
        console.print(OperationPage.document(ended));
        return Exit.OK;
    }

    private static int pending(Console console, boolean nothing) {
        return console.flags().waiting().detailedExitCode() && !nothing ? Exit.PENDING : Exit.OK;
    }
}
