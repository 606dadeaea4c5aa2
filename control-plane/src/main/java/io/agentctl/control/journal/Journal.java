package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import java.util.List;
import java.util.Optional;

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
     * Writes an operation anew: keeps, takes or gives up its resource as the state says.
     *
     * @return the operation at its next version
     * @throws io.agentctl.control.error.AgentctlException CONFLICT if someone else wrote it since it was read, or if it
     *     needs its resource again and another operation holds that
     */
    Operation save(Operation operation);

    Optional<Operation> find(OperationId id);

    /** The newest operations first, at most {@code limit}. */
    List<Operation> recent(int limit);

    /** The open operation on a resource. */
    Optional<Operation> holder(ResourceId resource);
}
