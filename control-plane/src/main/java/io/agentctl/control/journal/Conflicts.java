package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;

/** The refusals that every journal gives in the same words. */
final class Conflicts {

    private Conflicts() {}

    /** Another operation holds the resource. */
    static AgentctlException held(Operation holder) {
        String message = holder.resource() + " is held by operation " + holder.id() + " (" + holder.kind() + ", "
                + holder.state() + ") of " + holder.owner();
        String goOn = "agentctl ops resume " + holder.id() + ", or agentctl ops undo " + holder.id();
        String advice = holder.state() == OperationState.INTERRUPTED
                ? goOn
                : "wait until it is over (agentctl ops show " + holder.id() + "); if its owner died, " + goOn;
        return new AgentctlException(ErrorCode.CONFLICT, message, advice);
    }

    /** Somebody else wrote the operation since it was read. */
    static AgentctlException superseded(Operation stored) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "operation " + stored.id() + " was written by " + stored.owner() + " in the meantime (now "
                        + stored.state() + ")",
                "agentctl ops show " + stored.id());
    }

    /** The operation is not in the journal any more. */
    static AgentctlException vanished(OperationId id) {
        return new AgentctlException(
                ErrorCode.CONFLICT, "operation " + id + " was removed from the journal", "agentctl ops list");
    }

    /** The id is taken: two operations began in the same millisecond and drew the same letters. */
    static AgentctlException taken(OperationId id) {
        return new AgentctlException(ErrorCode.CONFLICT, "operation " + id + " exists already", "try again");
    }
}
