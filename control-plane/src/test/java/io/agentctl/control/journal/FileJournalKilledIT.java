package io.agentctl.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.testing.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that is killed in the midst of its writes leaves a journal that can be read and written. */
class FileJournalKilledIT {

    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void aWriterThatIsKilledAtAnyInstantLeavesAWholeJournal() throws Exception {
        Path directory = folder.resolve("journal");
        Journal journal = new FileJournal(directory);
        for (int kill = 1; kill <= KILLS; kill++) {
            long before = journal.newestFirst().count();
            Process writer = ChildProcess.start(
                    JournalWriterProgram.class, folder.resolve("output.txt"), List.of(), directory.toString());
            while (journal.newestFirst().count() < before + 3) {
                assertThat(writer.isAlive()).isTrue();
                Thread.sleep(3);
            }
            Thread.sleep(kill);
            writer.destroyForcibly().waitFor();

            assertThat(journal.newestFirst().map(Operation::version)).allMatch(version -> version >= 1 && version <= 3);
            Optional<Operation> open =
                    journal.newestFirst().filter(one -> one.state().open()).findFirst();
            assertThat(journal.holder(Operations.HERE, Operations.API)).isEqualTo(open);
            open.ifPresent(left -> journal.save(left.in(OperationState.SUCCEEDED, "")));
        }
    }
}
