package io.agentctl.control.performance.watch;

import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.Operation;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Operations of the journal. */
public final class JournalHappenings implements Happenings {

    private final Supplier<Journal> journal;

    public JournalHappenings(Supplier<Journal> journal) {
        this.journal = journal;
    }

    @Override
    public List<Happening> between(Instant from, Instant to) {
        try (Stream<Operation> operations = journal.get().newestFirst()) {
            return operations
                    .takeWhile(operation -> !operation.startedAt().isBefore(from))
                    .filter(operation -> operation.startedAt().isBefore(to))
                    .map(operation -> new Happening(
                            operation.startedAt(),
                            "operation " + operation.id() + ": " + operation.kind() + " of " + operation.resource()
                                    + " (" + operation.summary() + "), by "
                                    + operation.owner().user()))
                    .toList();
        }
    }
}
