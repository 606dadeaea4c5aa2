package io.agentctl.control.testing;

import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal whose writes have a boundary before and after them. */
public record BoundaryJournal(Journal journal, Boundaries boundaries) implements Journal {

    @Override
    public Operation begin(Operation operation) {
        boundaries.pass("before journal begin");
        Operation begun = journal.begin(operation);
        boundaries.pass("after journal begin");
        return begun;
    }

    @Override
    public Operation save(Operation operation) {
        String what = "journal save " + operation.state() + " at version " + operation.version();
        boundaries.pass("before " + what);
        Operation saved = journal.save(operation);
        boundaries.pass("after " + what);
        return saved;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return journal.find(id);
    }

    @Override
    public Stream<Operation> newestFirst() {
        return journal.newestFirst();
    }

    @Override
    public Optional<Operation> holder(Target target, ResourceId resource) {
        return journal.holder(target, resource);
    }
}
