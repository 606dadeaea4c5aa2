package io.agentctl.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.control.testing.LocalDynamoDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed before or after any of its calls to DynamoDB leaves an operation that can be undone. */
@Tag("extended")
class SharedJournalKilledIT {

    @TempDir
    Path folder;

    private LocalDynamoDb local;
    private AwsClients clients;
    private int tables;

    @BeforeEach
    void start() {
        local = LocalDynamoDb.start();
        clients = local.clients();
    }

    @AfterEach
    void stop() {
        clients.close();
        local.close();
    }

    @Test
    void aRunThatIsKilledAnywhereIsUndone() throws Exception {
        KillHarness harness = new KillHarness(WorldProgram.class, folder);
        RunnerBench whole = fresh();
        List<String> places = harness.places(arguments(whole));
        assertThat(places).contains("before DynamoDb TransactWriteItems", "after DynamoDb TransactWriteItems");

        for (int place = 1; place <= places.size(); place++) {
            RunnerBench bench = fresh();
            String name = place + ", " + harness.killAt(place, arguments(bench));
            if (place > 1) {
                OperationId id = bench.only().id();
                assertThat(bench.runner()
                                .undo(id, UndoMode.CAREFUL, bench.progress)
                                .state())
                        .as(name)
                        .isEqualTo(OperationState.UNDONE);
            }
            bench.assertUnchanged();
            assertThat(bench.journal.holder(Operations.HERE, Operations.API))
                    .as(name)
                    .isEmpty();
        }
    }

    private String[] arguments(RunnerBench bench) {
        return new String[] {
            "run", bench.directory.toString(), local.endpoint().toString(), "table-" + tables,
        };
    }

    private RunnerBench fresh() throws Exception {
        String table = "table-" + ++tables;
        new JournalTable(clients.dynamoDb(), table).create();
        return RunnerBench.fresh(
                Files.createTempDirectory(folder, "world"), new DynamoDbJournal(clients.dynamoDb(), table));
    }
}
