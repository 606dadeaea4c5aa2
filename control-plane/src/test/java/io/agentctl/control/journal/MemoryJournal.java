package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A journal without a disk, for tests that write very often. */
public final class MemoryJournal implements Journal {

    private final TreeMap<OperationId, Operation> operations = new TreeMap<>(Comparator.reverseOrder());

    @Override
    public synchronized Operation begin(Operation operation) {
        return put(operation.atVersion(1));
    }

    @Override
    public synchronized Operation save(Operation operation) {
        Operation stored = operations.get(operation.id());
        if (stored.version() != operation.version()) {
            throw Conflicts.superseded(stored);
        }
        return put(operation.atVersion(operation.version() + 1));
    }

    private Operation put(Operation operation) {
        Optional<Operation> holder = holder(operation.target(), operation.resource())
                .filter(other -> operation.state().open() && !other.id().equals(operation.id()));
        if (holder.isPresent()) {
            throw Conflicts.held(holder.get());
        }
        operations.put(operation.id(), operation);
        return operation;
    }

    @Override
    public synchronized Optional<Operation> find(OperationId id) {
        return Optional.ofNullable(operations.get(id));
    }

    @Override
    public synchronized Stream<Operation> newestFirst() {
        return operations.values().stream().toList().stream();
    }

    @Override
    public synchronized Optional<Operation> holder(Target target, ResourceId resource) {
        return operations.values().stream()
                .filter(operation -> operation.state().open()
                        && operation.target().samePlace(target)
                        && operation.resource().equals(resource))
                .findFirst();
    }
}
