package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where operations are written down before they act. An open operation holds its resource: implementations keep the two
 * together in one atomic write.
 */
public interface Journal {

    /**
     * Writes a new operation and takes its resource.
     *
     * @return the operation at version 1
     * @throws io.agentctl.control.error.AgentctlException CONFLICT, naming the operation that holds the resource and
     *     its owner
     */
    Operation begin(Operation operation);

    /**
     * Writes an operation anew: keeps, takes or gives up its resource as the state says. Writing the very same again
     * after a lost answer succeeds.
     *
     * @return the operation at its next version
     * @throws io.agentctl.control.error.AgentctlException CONFLICT if someone else wrote it since it was read, or if it
     *     needs its resource again and another operation holds that
     */
    Operation save(Operation operation);

    Optional<Operation> find(OperationId id);

    /** All operations, the newest first, read as the stream is consumed. */
    Stream<Operation> newestFirst();

    /** The open operation on a resource of an account and region; contexts do not matter. */
    Optional<Operation> holder(Target target, ResourceId resource);
}
