package io.agentctl.control.lambda;

import static io.agentctl.control.lambda.FunctionBench.RESIZER;
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
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep is killed with SIGKILL at every boundary, found by counting them: undo restores the function exactly, and so
 * does resume, which measures no further.
 */
class KilledSweepIT {

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private String before;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(FunctionBench.WORLD);
        before = FunctionBench.everything(sandbox.lambda(), RESIZER);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    /** At every seventh boundary; the extended run takes them all. */
    @Test
    void whereItIsKilledUndoRestoresTheFunction() throws Exception {
        everywhere(7, new String[] {"1024"}, KilledSweepIT::undo);
    }

    /** With a second size, steps follow on others of their kind. */
    @Test
    @Tag("extended")
    void whereverItIsKilledUndoRestoresTheFunction() throws Exception {
        everywhere(1, new String[] {"256", "1024"}, KilledSweepIT::undo);
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledResumeTidiesUp() throws Exception {
        everywhere(1, new String[] {"256", "1024"}, (bench, left) -> {
            Operation over = bench.runner.resume(left.id(), ProgressListener.SILENT);
            assertThat(over.state()).isIn(OperationState.SUCCEEDED, OperationState.UNVERIFIED);
        });
    }

    private static void undo(FunctionBench bench, Operation left) {
        Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
        assertThat(undone.state()).isEqualTo(OperationState.UNDONE);
    }

    private void everywhere(int stride, String[] sizes, BiConsumer<FunctionBench, Operation> ending) throws Exception {
        int places = places(sizes).size();
        for (int place = 1; place <= places; place += stride) {
            Path journal = freshStart();
            String name = place + ", " + harness().killAt(place, arguments(journal, sizes));
            try (FunctionBench bench = new FunctionBench(sandbox.endpoint(), journal)) {
                bench.journal.newestFirst().toList().forEach(left -> ending.accept(bench, left));
                assertRestored(bench, name);
            }
        }
    }

    private void assertRestored(FunctionBench bench, String name) {
        assertThat(FunctionBench.everything(sandbox.lambda(), RESIZER)).as(name).isEqualTo(before);
        assertThat(bench.journal.holder(bench.here.get(), RESIZER.resource()))
                .as(name)
                .isEmpty();
    }

    private List<String> places(String... sizes) throws Exception {
        List<String> places = harness().places(arguments(freshStart(), sizes));
        assertThat(places)
                .contains(
                        "before journal begin",
                        "after Lambda UpdateFunctionConfiguration",
                        "after Lambda PublishVersion",
                        "after Lambda CreateAlias",
                        "before Lambda DeleteAlias",
                        "after Lambda DeleteFunction");
        return places;
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        return Files.createTempDirectory(folder, "journal");
    }

    private String[] arguments(Path journal, String... sizes) {
        return Stream.concat(Stream.of(sandbox.endpoint().toString(), journal.toString()), Stream.of(sizes))
                .toArray(String[]::new);
    }

    private KillHarness harness() {
        return new KillHarness(SweepProgram.class, folder);
    }
}
