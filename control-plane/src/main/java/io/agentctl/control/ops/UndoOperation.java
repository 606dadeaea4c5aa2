package io.agentctl.control.ops;

import io.agentctl.control.UseCase;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;

/** Puts back what an operation changed. */
public final class UndoOperation implements UseCase<UndoOperation.Request, OperationEnded> {

    /**
     * What to undo.
     *
     * @param id which operation
     * @param mode whether to put back even what somebody else changed since
     */
    public record Request(OperationId id, UndoMode mode) {}

    private final Journal journal;
    private final OperationRunner runner;

    public UndoOperation(Journal journal, OperationRunner runner) {
        this.journal = journal;
        this.runner = runner;
    }

    @Override
    public OperationEnded run(Request request, ProgressListener progress) {
        long before = journal.find(request.id()).map(Operation::version).orElse(0L);
        return OperationEnded.of(before, runner.undo(request.id(), request.mode(), progress));
    }
}
