package io.agentctl.control.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** Writes operation after operation until it is killed. */
final class JournalWriterProgram {

    private JournalWriterProgram() {}

    public static void main(String[] arguments) {
        Journal journal = new FileJournal(Path.of(arguments[0]));
        Random random = new Random();
        while (true) {
            Instant now = Instant.now();
            OperationId id = OperationId.next(now, random);
            Operation begun = Operation.begun(RunnerBench.shrink(), id, LocalProcesses.current(), now, now);
            Operation open = journal.begin(begun);
            Operation stopped = journal.save(open.in(OperationState.INTERRUPTED, "x".repeat(10_000)));
            journal.save(stopped.in(OperationState.SUCCEEDED, ""));
        }
    }
}
