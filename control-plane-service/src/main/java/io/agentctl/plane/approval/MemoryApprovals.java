package io.agentctl.plane.approval;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Approvals of one instance, gone when it stops. */
public final class MemoryApprovals implements ApprovalStore {

    private final ConcurrentMap<String, Kept> approvals = new ConcurrentHashMap<>();

    @Override
    public boolean add(Approval approval) {
        return approvals.putIfAbsent(approval.id(), new Kept(approval, 1)) == null;
    }

    @Override
    public Optional<Kept> find(String id) {
        return Optional.ofNullable(approvals.get(id));
    }

    @Override
    public List<Approval> all() {
        return approvals.values().stream().map(Kept::approval).toList();
    }

    @Override
    public boolean replace(Kept before, Approval after) {
        return approvals.replace(after.id(), before, new Kept(after, before.version() + 1));
    }
}
