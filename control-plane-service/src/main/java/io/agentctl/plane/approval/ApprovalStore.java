package io.agentctl.plane.approval;

import java.util.List;
import java.util.Optional;

/** Where approvals are kept. */
public interface ApprovalStore {

    /**
     * One as it was read.
     *
     * @param version counts the writes, from 1
     */
    record Kept(Approval approval, long version) {}

    /** Keeps a new one; false if there is one with its id. */
    boolean add(Approval approval);

    /** One by its id. */
    Optional<Kept> find(String id);

    /** All that are remembered. */
    List<Approval> all();

    /** Writes the next state of one; false if somebody else has written since it was read. */
    boolean replace(Kept before, Approval after);
}
