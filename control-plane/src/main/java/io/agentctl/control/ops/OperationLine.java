package io.agentctl.control.ops;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.plan.ResourceId;
import java.time.Instant;

/**
 * An operation in a list.
 *
 * @param id names it
 * @param kind what was asked, such as {@code ecs rightsize}
 * @param resource what it changes
 * @param account the account that the resource is in
 * @param region the region that the resource is in
 * @param summary what it changes, in a line
 * @param state where it stands
 * @param owner who is at work on it, or was last, such as {@code alice@laptop (pid 4711)}
 * @param startedAt when it began
 * @param updatedAt when it was last written; once it is over, when it ended
 * @param failure why it stopped or did not succeed, or empty
 */
public record OperationLine(
        String id,
        String kind,
        ResourceId resource,
        String account,
        String region,
        String summary,
        OperationState state,
        String owner,
        Instant startedAt,
        Instant updatedAt,
        String failure) {

    /** What a list shows of an operation. */
    public static OperationLine of(Operation operation) {
        return new OperationLine(
                operation.id().value(),
                operation.kind(),
                operation.resource(),
                operation.target().account(),
                operation.target().region(),
                operation.summary(),
                operation.state(),
                operation.owner().toString(),
                operation.startedAt(),
                operation.updatedAt(),
                operation.failure());
    }
}
