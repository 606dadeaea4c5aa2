package io.agentctl.control.journal;

import static io.agentctl.control.journal.Operations.ALICE;
import static io.agentctl.control.journal.Operations.API;
import static io.agentctl.control.journal.Operations.BOB;
import static io.agentctl.control.journal.Operations.HERE;
import static io.agentctl.control.journal.Operations.numbered;
import static io.agentctl.control.journal.Operations.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.plan.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest extends JournalContract {

    @TempDir
    Path directory;

    @Override
    Journal journal() {
        return new FileJournal(directory.resolve("state/journal"));
    }

    private Path file(Operation operation) {
        return directory.resolve("state/journal/operations/" + operation.id() + ".json");
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        journal().begin(numbered(1, API, ALICE));

        try (Stream<Path> paths = Files.walk(directory.resolve("state"))) {
            for (Path path : paths.toList()) {
                String wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(wanted);
            }
        }
    }

    @Test
    void peopleCanReadIt() throws IOException {
        Operation begun = journal().begin(numbered(1, API, ALICE));

        assertThat(Files.readAllLines(file(begun)))
                .contains("  \"schemaVersion\" : 1,", "  \"resource\" : \"ecs-service:main/api\",");
    }

    @Test
    void anEntryOfANewerVersionIsRefusedByName() throws IOException {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        String text = Files.readString(file(begun));
        Files.writeString(file(begun), text.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));

        assertThatThrownBy(() -> journal().find(begun.id()))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining(file(begun).toString())
                .hasMessageContaining("newer agentctl");
    }

    @Test
    void aDamagedEntryIsRefusedByName() throws IOException {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        for (String damage : List.of("", "{", "{\"schemaVersion\":1}", "[]")) {
            Files.writeString(file(begun), damage);

            assertThatThrownBy(() -> journal().find(begun.id()))
                    .isInstanceOf(AgentctlException.class)
                    .hasMessageContaining(file(begun).toString());
        }
    }

    @Test
    void whatADyingWriterLeftIsIgnoredAndRemoved() throws IOException {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Path torn = file(begun).resolveSibling(begun.id() + ".json.unfinished");
        Files.writeString(torn, "{\"schemaVersion\":1, \"id\": \"op-2026");

        assertThat(journal().newestFirst()).containsExactly(begun);
        Operation saved = journal().save(over(begun, OperationState.SUCCEEDED));
        assertThat(journal().find(begun.id())).contains(saved);

        Files.writeString(torn, "torn");
        journal().begin(numbered(2, API, ALICE));
        assertThat(torn).doesNotExist();
    }

    @Test
    void aHolderThatDiedBeforeItsOperationWasWrittenHoldsNothing() throws IOException {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Files.delete(file(begun));

        assertThat(journal().holder(HERE, API)).isEmpty();
        assertThat(journal().begin(numbered(2, API, BOB)).owner()).isEqualTo(BOB);
    }

    @Test
    void strangeFilesAreLeftAlone() throws IOException {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Files.writeString(file(begun).resolveSibling("notes.json"), "mine");

        assertThat(journal().newestFirst()).containsExactly(begun);
    }

    @Test
    void longNamesThatBeginAlikeAreDifferentResources() {
        ResourceId one = new ResourceId("ecs-service", "c".repeat(255) + "/" + "s".repeat(254) + "1");
        ResourceId other = new ResourceId("ecs-service", "c".repeat(255) + "/" + "s".repeat(254) + "2");

        journal().begin(numbered(1, one, ALICE));
        journal().begin(numbered(2, other, BOB));

        assertThat(journal().holder(HERE, one).orElseThrow().owner()).isEqualTo(ALICE);
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws IOException {
        Path occupied = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new FileJournal(occupied).begin(numbered(1, API, ALICE)))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining(occupied.toString());
    }
}
