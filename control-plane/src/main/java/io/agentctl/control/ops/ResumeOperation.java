package io.agentctl.control.ops;

import io.agentctl.control.UseCase;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.progress.ProgressListener;

/** Finishes an operation that stopped half-way. */
public final class ResumeOperation implements UseCase<ResumeOperation.Request, OperationEnded> {

    /**
     * What to finish.
     *
     * @param id which operation
     */
    public record Request(OperationId id) {}

    private final Journal journal;
    private final OperationRunner runner;

    public ResumeOperation(Journal journal, OperationRunner runner) {
        this.journal = journal;
        this.runner = runner;
    }

    @Override
    public OperationEnded run(Request request, ProgressListener progress) {
        long before = journal.find(request.id()).map(Operation::version).orElse(0L);
        return OperationEnded.of(before, runner.resume(request.id(), progress));
    }
}
