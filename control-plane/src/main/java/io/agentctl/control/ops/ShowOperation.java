package io.agentctl.control.ops;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Liveness;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows one operation, and what undoing it would do. */
public final class ShowOperation implements UseCase<ShowOperation.Request, OperationDetails> {

    /**
     * Which operation.
     *
     * @param id its id; empty for the user's newest that can be undone here
     */
    public record Request(Optional<OperationId> id) {}

    private final Journal journal;
    private final Liveness liveness;
    private final String user;
    private final Supplier<Target> here;

    /**
     * Makes the use case.
     *
     * @param user whose operations are looked through when no id is given
     * @param here the account and region to look in then; not asked otherwise
     */
    public ShowOperation(Journal journal, Liveness liveness, String user, Supplier<Target> here) {
        this.journal = journal;
        this.liveness = liveness;
        this.user = user;
        this.here = here;
    }

    @Override
    public OperationDetails run(Request request, ProgressListener progress) {
        Operation found = request.id().map(this::find).orElseGet(this::newestToUndo);
        return OperationDetails.of(found, advice(found));
    }

    private Operation find(OperationId id) {
        return journal.find(id)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND, "there is no operation " + id, "agentctl ops list shows those there are"));
    }

    private Operation newestToUndo() {
        Target place = here.get();
        return journal.newestFirst()
                .filter(operation -> operation.target().samePlace(place)
                        && operation.owner().user().equals(user)
                        && liveness.ownerless(operation)
                        && !operation.stepsToPutBack().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "there is no operation of " + user + " to undo in account " + place.account() + ", "
                                + place.region(),
                        "agentctl ops list shows those of others too; name one to undo it"));
    }

    private String advice(Operation operation) {
        OperationId id = operation.id();
        if (operation.state().open() && !liveness.ownerless(operation)) {
            return "being worked on by " + operation.owner();
        }
        if (operation.state().open()) {
            return operation.goingBack()
                    ? "agentctl ops resume " + id + " goes on putting it back"
                    : "agentctl ops resume " + id + ", or agentctl ops undo " + id;
        }
        boolean applied =
                operation.state() == OperationState.SUCCEEDED || operation.state() == OperationState.UNVERIFIED;
        return applied && !operation.stepsToPutBack().isEmpty() ? "agentctl ops undo " + id + " puts it back" : "";
    }
}
