package io.agentctl.control.ops;

import io.agentctl.control.UseCase;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists operations, the newest first. */
public final class ListOperations implements UseCase<ListOperations.Request, ListOperations.Result> {

    /**
     * Which operations.
     *
     * @param limit the most to list, at least 1
     * @param resource only those on it; empty for all
     * @param states only those in one of them; empty for all
     */
    public record Request(int limit, Optional<ResourceId> resource, Set<OperationState> states) {
        public Request {
            states = Set.copyOf(states);
            if (limit < 1) {
                throw new IllegalArgumentException("a list of " + limit + " operations is no list");
            }
        }

        private boolean wants(Operation operation) {
            return resource.map(operation.resource()::equals).orElse(true)
                    && (states.isEmpty() || states.contains(operation.state()));
        }
    }

    /**
     * What was found.
     *
     * @param operations the newest first
     * @param more true if the limit left some out
     */
    public record Result(List<OperationLine> operations, boolean more) {
        public Result {
            operations = List.copyOf(operations);
        }
    }

    private final Journal journal;

    public ListOperations(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<OperationLine> found = journal.newestFirst()
                .filter(request::wants)
                .limit(request.limit() + 1L)
                .map(OperationLine::of)
                .toList();
        boolean more = found.size() > request.limit();
        return new Result(more ? found.subList(0, request.limit()) : found, more);
    }
}
