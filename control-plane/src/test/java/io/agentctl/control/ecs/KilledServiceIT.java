package io.agentctl.control.ecs;

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
 * A rightsizing is killed with SIGKILL at every boundary of its application, found by counting them: undo and resume
 * each end in a correct state, and the journal agrees with the world.
 */
class KilledServiceIT {

    private static final ServiceName IDLE = ServiceBench.IDLE;
    private static final int STRIDE = 6;

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(ServiceBench.WORLD);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    /** At every sixth boundary; the extended run takes them all. */
    @Test
    void whereItIsKilledUndoPutsEverythingBack() throws Exception {
        undoEverywhere(1, STRIDE);
    }

    /** At others than those that are undone. */
    @Test
    void whereItIsKilledResumeFinishesIt() throws Exception {
        resumeEverywhere(4, STRIDE);
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledUndoPutsEverythingBack() throws Exception {
        undoEverywhere(1, 1);
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledResumeFinishesIt() throws Exception {
        resumeEverywhere(1, 1);
    }

    private void undoEverywhere(int first, int stride) throws Exception {
        int places = places().size();
        for (int place = first; place <= places; place += stride) {
            Path journal = freshStart();
            String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
            try (ServiceBench bench = new ServiceBench(sandbox.endpoint(), journal)) {
                for (Operation left : bench.journal.newestFirst().toList()) {
                    Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                    assertThat(undone.state()).as(name).isEqualTo(OperationState.UNDONE);
                }
                assertThat(size(bench)).as(name).isEqualTo("2048/4096");
                assertThat(bench.activeRevisions(IDLE)).as(name).hasSize(1);
                assertSettled(bench, name);
            }
        }
    }

    private void resumeEverywhere(int first, int stride) throws Exception {
        int places = places().size();
        for (int place = first; place <= places; place += stride) {
            Path journal = freshStart();
            String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
            try (ServiceBench bench = new ServiceBench(sandbox.endpoint(), journal)) {
                List<Operation> left = bench.journal.newestFirst().toList();
                for (Operation operation : left) {
                    Operation finished = bench.runner.resume(operation.id(), ProgressListener.SILENT);
                    assertThat(finished.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
                }
                assertThat(size(bench)).as(name).isEqualTo(left.isEmpty() ? "2048/4096" : "512/1024");
                assertThat(bench.activeRevisions(IDLE)).as(name).hasSize(left.isEmpty() ? 1 : 2);
                assertSettled(bench, name);
            }
        }
    }

    private List<String> places() throws Exception {
        List<String> places = harness().places(endpoint(), freshStart().toString());
        assertThat(places)
                .contains(
                        "before journal begin",
                        "before Ecs RegisterTaskDefinition",
                        "after Ecs RegisterTaskDefinition",
                        "before Ecs UpdateService",
                        "after Ecs UpdateService");
        return places;
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        return Files.createTempDirectory(folder, "journal");
    }

    private static void assertSettled(ServiceBench bench, String name) {
        assertThat(bench.service(IDLE).runningCount()).as(name).isEqualTo(2);
        assertThat(bench.service(IDLE).deployments()).as(name).hasSize(1);
        assertThat(bench.journal.holder(bench.here.get(), IDLE.resource()))
                .as(name)
                .isEmpty();
    }

    private static String size(ServiceBench bench) {
        return bench.ecs
                .observer()
                .one(IDLE)
                .taskDefinition()
                .taskSize()
                .orElseThrow()
                .toString();
    }

    private String endpoint() {
        return sandbox.endpoint().toString();
    }

    private KillHarness harness() {
        return new KillHarness(ApplyProgram.class, folder);
    }
}
