package io.agentctl.control.publishing;

import static io.agentctl.control.publishing.PublishingBench.CAP;
import static io.agentctl.control.publishing.PublishingBench.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An activation is killed with SIGKILL at every boundary; undo and resume each end in a correct state. */
class KilledPublishingIT {

    private static final int STRIDE = 8;

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private String table;
    private Path journal;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(World.defaultWorld(1));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    /** At every eighth boundary, and the one after it; the extended run takes them all. */
    @Test
    void whereItIsKilledUndoPutsItBackOrResumeFinishesIt() throws Exception {
        int places = places();
        for (int place = 1; place <= places; place += STRIDE) {
            undone(place);
            if (place < places) {
                resumed(place + 1);
            }
        }
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledUndoPutsItBackAndResumeFinishesIt() throws Exception {
        int places = places();
        for (int place = 1; place <= places; place++) {
            undone(place);
            resumed(place);
        }
    }

    private int places() throws Exception {
        try (PublishingBench bench = freshStart()) {
            List<String> passed = harness().places(arguments());
            assertThat(bench.inForce(CAP)).contains(2L);
            assertThat(passed).contains("before DynamoDb TransactWriteItems", "after DynamoDb TransactWriteItems");
            return passed.size();
        }
    }

    private void undone(int place) throws Exception {
        try (PublishingBench bench = freshStart()) {
            String name = "undone: " + place + ", " + harness().killAt(place, arguments());
            for (Operation left : bench.journal.newestFirst().toList()) {
                Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                assertThat(undone.state()).as(name).isEqualTo(OperationState.UNDONE);
            }
            assertThat(bench.inForce(CAP)).as(name).contains(1L);
            assertWhole(bench, name);
        }
    }

    private void resumed(int place) throws Exception {
        try (PublishingBench bench = freshStart()) {
            String name = "resumed: " + place + ", " + harness().killAt(place, arguments());
            List<Operation> left = bench.journal.newestFirst().toList();
            for (Operation operation : left) {
                Operation finished = bench.runner.resume(operation.id(), ProgressListener.SILENT);
                assertThat(finished.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
            }
            assertThat(bench.inForce(CAP)).as(name).contains(left.isEmpty() ? 1L : 2L);
            assertThat(bench.head().generation()).as(name).isEqualTo(left.isEmpty() ? 1 : 2);
            assertWhole(bench, name);
        }
    }

    private PublishingBench freshStart() throws Exception {
        table = "killed-" + UUID.randomUUID();
        journal = Files.createTempDirectory(folder, "journal");
        PublishingBench bench = new PublishingBench(sandbox.endpoint(), table, journal, "bob");
        try (PublishingBench setup =
                new PublishingBench(sandbox.endpoint(), table, Files.createTempDirectory(folder, "setup"), "alice")) {
            setup.publish(Optional.empty(), document(CAP, 1));
            setup.publish(Optional.empty(), document(CAP, 2));
            setup.apply(setup.planActivation(CAP, 1, new PlanActivation.Manner.Full()), false);
        }
        return bench;
    }

    private String[] arguments() {
        return new String[] {sandbox.endpoint().toString(), table, journal.toString()};
    }

    private static void assertWhole(PublishingBench bench, String name) {
        PolicyHead head = bench.head();
        assertThat(bench.store.generation(PublishingBench.PRODUCTION, head.generation()))
                .as(name)
                .contains(head);
        assertThat(bench.journal.holder(bench.here.get(), HeadPlanner.resource(PublishingBench.PRODUCTION)))
                .as(name)
                .isEmpty();
    }

    private KillHarness harness() {
        return new KillHarness(ActivateProgram.class, folder);
    }
}
