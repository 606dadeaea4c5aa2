package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch of modes is killed with SIGKILL at its boundaries: undo puts back all of it, resume finishes it. */
class KilledSwitchIT {

    /** At every third boundary; the extended run takes them all. */
    private static final int STRIDE = 3;

    @TempDir
    private Path folder;

    private MotoServer moto;

    @BeforeEach
    void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterEach
    void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void whereASwitchToProvisionedIsKilledUndoRestoresTheTable() throws Exception {
        undoEverywhere(STRIDE, CapacityBench.CARTS, Mode.PROVISIONED);
    }

    @Test
    void whereASwitchToOnDemandIsKilledUndoRestoresTheTable() throws Exception {
        undoEverywhere(STRIDE, CapacityBench.ORDERS, Mode.ON_DEMAND);
    }

    @Test
    void whereASwitchToOnDemandIsKilledResumeFinishesIt() throws Exception {
        resumeEverywhere(STRIDE, CapacityBench.ORDERS, Mode.ON_DEMAND);
    }

    @Test
    @Tag("extended")
    void whereverAnySwitchIsKilledUndoRestoresTheTable() throws Exception {
        undoEverywhere(1, CapacityBench.CARTS, Mode.PROVISIONED);
        undoEverywhere(1, CapacityBench.ORDERS, Mode.ON_DEMAND);
    }

    @Test
    @Tag("extended")
    void whereverAnySwitchIsKilledResumeFinishesIt() throws Exception {
        resumeEverywhere(1, CapacityBench.CARTS, Mode.PROVISIONED);
        resumeEverywhere(1, CapacityBench.ORDERS, Mode.ON_DEMAND);
    }

    private void undoEverywhere(int stride, TableName table, Mode to) throws Exception {
        int places = places(table, to);
        for (int place = 1; place <= places; place += stride) {
            Path journal = freshStart();
            String before = state(journal, table);
            String name = place + ", " + harness().killAt(place, arguments(journal, table, to));
            try (CapacityBench bench = new CapacityBench(moto.endpoint(), journal)) {
                for (Operation left : bench.journal.newestFirst().toList()) {
                    Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                    assertThat(undone.state()).as(name).isEqualTo(OperationState.UNDONE);
                }
                assertThat(bench.table(table).fingerprint()).as(name).isEqualTo(before);
                assertReleased(bench, table, name);
            }
        }
    }

    private void resumeEverywhere(int stride, TableName table, Mode to) throws Exception {
        int places = places(table, to);
        String after = state(folder.resolve("last"), table);
        for (int place = 1; place <= places; place += stride) {
            Path journal = freshStart();
            String before = state(journal, table);
            String name = place + ", " + harness().killAt(place, arguments(journal, table, to));
            try (CapacityBench bench = new CapacityBench(moto.endpoint(), journal)) {
                List<Operation> left = bench.journal.newestFirst().toList();
                for (Operation operation : left) {
                    Operation finished = bench.runner.resume(operation.id(), ProgressListener.SILENT);
                    assertThat(finished.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
                }
                assertThat(bench.table(table).fingerprint()).as(name).isEqualTo(left.isEmpty() ? before : after);
                assertReleased(bench, table, name);
            }
        }
    }

    private int places(TableName table, Mode to) throws Exception {
        List<String> places = harness().places(arguments(freshStart(), table, to));
        assertThat(places)
                .contains("before journal begin", "before DynamoDb UpdateTable", "after DynamoDb UpdateTable");
        return places.size();
    }

    private String state(Path journal, TableName table) {
        try (CapacityBench bench = new CapacityBench(moto.endpoint(), journal)) {
            return bench.table(table).fingerprint();
        }
    }

    private Path freshStart() throws Exception {
        moto.reset();
        Path journal = Files.createTempDirectory(folder, "journal");
        try (CapacityBench bench = new CapacityBench(moto.endpoint(), journal)) {
            bench.createTables();
        }
        return journal;
    }

    private static void assertReleased(CapacityBench bench, TableName table, String name) {
        assertThat(bench.journal.holder(bench.here.get(), table.resource()))
                .as(name)
                .isEmpty();
    }

    private String[] arguments(Path journal, TableName table, Mode to) {
        return new String[] {moto.endpoint().toString(), journal.toString(), table.value(), to.toString()};
    }

    private KillHarness harness() {
        return new KillHarness(SwitchProgram.class, folder);
    }
}
