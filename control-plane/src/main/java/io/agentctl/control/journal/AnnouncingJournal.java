package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A journal that tells of every operation that is begun in it.
 *
 * @param journal where operations are written
 * @param begun hears of an operation once it is written down, before it acts
 */
public record AnnouncingJournal(Journal journal, Consumer<OperationId> begun) implements Journal {

    @Override
    public Operation begin(Operation operation) {
        Operation written = journal.begin(operation);
        begun.accept(written.id());
        return written;
    }

    @Override
    public Operation save(Operation operation) {
        return journal.save(operation);
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
