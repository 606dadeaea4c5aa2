package io.agentctl.control.apply;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.plan.ResourceId;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation that was carried out.
 *
 * @param operation its id, for {@code ops undo}
 * @param resource what it changed
 * @param state how it ended
 * @param summary what it changed, in a line
 * @param unseen what was waited for in vain, after the change was made
 */
public record Applied(
        OperationId operation, ResourceId resource, OperationState state, String summary, Optional<String> unseen) {

    /** What is to be told of an operation. */
    public static Applied of(Operation operation) {
        return new Applied(
                operation.id(),
                operation.resource(),
                operation.state(),
                operation.summary(),
                operation.steps().stream()
                        .map(step -> step.outcome().get(Outcome.UNSEEN))
                        .filter(Objects::nonNull)
                        .findFirst());
    }
}
