package io.agentctl.control.lambda.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of what is kept ready is killed with SIGKILL at its boundaries: undo puts it back, resume finishes it. By
 * turns at every third, and with -Pextended both at every one.
 */
class KilledConcurrencyIT {

    private static final int STRIDE = 3;

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(ConcurrencyBench.WORLD);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void whereItIsKilledItIsPutBackOrFinished() throws Exception {
        int places = places().size();
        for (int place = 1; place <= places; place += STRIDE) {
            undone(place);
            if (place < places) {
                resumed(place + 1);
            }
        }
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledItIsPutBackAndFinished() throws Exception {
        int places = places().size();
        for (int place = 1; place <= places; place++) {
            undone(place);
            resumed(place);
        }
    }

    private void undone(int place) throws Exception {
        Path journal = freshStart();
        String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
        try (ConcurrencyBench bench = new ConcurrencyBench(sandbox.endpoint(), journal)) {
            for (Operation left : bench.journal.newestFirst().toList()) {
                Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                assertThat(undone.state()).as(name).isEqualTo(OperationState.UNDONE);
            }
            assertThat(bench.requested(ConcurrencyBench.HELD)).as(name).isEqualTo(4);
            assertReleased(bench, name);
        }
    }

    private void resumed(int place) throws Exception {
        Path journal = freshStart();
        String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
        try (ConcurrencyBench bench = new ConcurrencyBench(sandbox.endpoint(), journal)) {
            List<Operation> left = bench.journal.newestFirst().toList();
            for (Operation operation : left) {
                Operation finished = bench.runner.resume(operation.id(), ProgressListener.SILENT);
                assertThat(finished.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
            }
            assertThat(bench.requested(ConcurrencyBench.HELD)).as(name).isEqualTo(left.isEmpty() ? 4 : 7);
            assertReleased(bench, name);
        }
    }

    private List<String> places() throws Exception {
        List<String> places = harness().places(endpoint(), freshStart().toString());
        assertThat(places)
                .contains(
                        "before journal begin",
                        "before Lambda PutProvisionedConcurrencyConfig",
                        "after Lambda PutProvisionedConcurrencyConfig");
        return places;
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        return Files.createTempDirectory(folder, "journal");
    }

    private static void assertReleased(ConcurrencyBench bench, String name) {
        assertThat(bench.journal.holder(bench.here.get(), ConcurrencyBench.HELD.resource()))
                .as(name)
                .isEmpty();
    }

    private String endpoint() {
        return sandbox.endpoint().toString();
    }

    private KillHarness harness() {
        return new KillHarness(ConcurrencyProgram.class, folder);
    }
}
