package io.agentctl.cli.ops;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.ShowOperation;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.place.Cloud;
import java.util.List;

/** {@code agentctl ops}: its verbs, with the use cases that they run. */
public final class OpsCommands {

    private final Wiring wiring;

    public OpsCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf("list", "List operations, the newest first.", () -> new OpsList(listOperations())),
                new Leaf(
                        "show",
                        "Show an operation's steps, and what undoing it would do.",
                        () -> new OpsShow(showOperation())),
                new Leaf(
                        "undo",
                        "Put back what an operation changed.",
                        () -> new OpsUndo(showOperation(), undoOperation())),
                new Leaf(
                        "resume",
                        "Finish an operation that stopped half-way.",
                        () -> new OpsResume(showOperation(), resumeOperation())));
    }

    private UseCase<ListOperations.Request, ListOperations.Result> listOperations() {
        return (request, progress) -> new ListOperations(wiring.cloud().journal()).run(request, progress);
    }

    private UseCase<ShowOperation.Request, OperationDetails> showOperation() {
        return (request, progress) -> wiring.cloud().showOperation().run(request, progress);
    }

    private UseCase<UndoOperation.Request, OperationEnded> undoOperation() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new UndoOperation(here.journal(), here.runner()).run(request, progress);
        };
    }

    private UseCase<ResumeOperation.Request, OperationEnded> resumeOperation() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new ResumeOperation(here.journal(), here.runner()).run(request, progress);
        };
    }
}
