package io.agentctl.control.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a project in the sandbox, and killed with SIGKILL wherever it acts. */
class DashboardsIT {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(World.parse("history: 1h", Path.of(".")));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private DashboardBench bench() throws Exception {
        return new DashboardBench(sandbox.endpoint(), Files.createTempDirectory(folder, "journal"));
    }

    @Test
    void appliedTwiceTheSecondTimeThereIsNothingToDo() throws Exception {
        try (DashboardBench bench = bench()) {
            DashboardContract.appliedTwiceTheSecondTimeThereIsNothingToDo(bench);
        }
    }

    @Test
    void undoPutsBackTheBodyByteForByte() throws Exception {
        try (DashboardBench bench = bench()) {
            DashboardContract.undoPutsBackTheBodyByteForByte(bench);
        }
    }

    @Test
    void aPlanShowsWhatWasEditedByHandWidgetByWidget() throws Exception {
        try (DashboardBench bench = bench()) {
            DashboardContract.aPlanShowsWhatWasEditedByHandWidgetByWidget(bench);
        }
    }

    @Test
    void whatIsNotOursAndWhatHasMovedOnIsLeft() throws Exception {
        try (DashboardBench bench = bench()) {
            DashboardContract.whatIsNotOursAndWhatHasMovedOnIsLeft(bench);
        }
    }

    /** At every third boundary; the extended run takes them all. */
    @Test
    void whereItIsKilledUndoPutsTheEarlierBodyBack() throws Exception {
        undoneWhereKilled(3);
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledUndoPutsTheEarlierBodyBack() throws Exception {
        undoneWhereKilled(1);
    }

    private void undoneWhereKilled(int stride) throws Exception {
        KillHarness harness = new KillHarness(DashboardProgram.class, folder);
        String endpoint = sandbox.endpoint().toString();
        int places = harness.places(endpoint, freshStart().toString()).size();
        for (int place = 1; place <= places; place += stride) {
            Path journal = freshStart();
            try (DashboardBench bench = new DashboardBench(sandbox.endpoint(), journal)) {
                String before = bench.body();
                String name = place + ", " + harness.killAt(place, endpoint, journal.toString());
                List<Operation> left = bench.journal
                        .newestFirst()
                        .filter(operation -> operation.state() != OperationState.SUCCEEDED)
                        .toList();
                for (Operation operation : left) {
                    bench.runner.undo(operation.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                }
                boolean finished = left.isEmpty() && !bench.body().equals(before);
                if (finished) {
                    Operation last = bench.journal.newestFirst().findFirst().orElseThrow();
                    bench.runner.undo(last.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                }
                assertThat(bench.body()).as(name).isEqualTo(before);
            }
        }
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        Path journal = Files.createTempDirectory(folder, "journal");
        try (DashboardBench bench = new DashboardBench(sandbox.endpoint(), journal)) {
            bench.apply(bench.plan("api"));
        }
        return journal;
    }
}
