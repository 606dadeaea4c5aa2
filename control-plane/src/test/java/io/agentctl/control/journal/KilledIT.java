package io.agentctl.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.testing.KillHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed wherever: undo and resume each end in a correct state, and the journal agrees with the world. */
class KilledIT {

    @TempDir
    Path folder;

    /** How the killed process starts, and who goes on after it. */
    private enum After {
        RESUME,
        UNDO
    }

    @Test
    void aRunThatIsKilledAnywhereIsResumedAndUndone() throws Exception {
        List<String> places = places("run", this::fresh);
        assertThat(places).hasSizeGreaterThan(20).contains("after journal begin", "before world.set");
        for (int place = 1; place <= places.size(); place++) {
            for (After after : After.values()) {
                RunnerBench bench = fresh();
                harness().killAt(place, "run", directory(bench));
                goOnAndCheck(bench, after, places.get(place - 1));
            }
        }
    }

    @Test
    void aResumeThatIsKilledAnywhereIsResumedAndUndone() throws Exception {
        List<String> places = places("resume", this::halfWay);
        for (int place = 1; place <= places.size(); place++) {
            for (After after : After.values()) {
                RunnerBench bench = halfWay();
                harness().killAt(place, "resume", directory(bench));
                goOnAndCheck(bench, after, places.get(place - 1));
            }
        }
    }

    @Test
    void anUndoThatIsKilledAnywhereIsFinishedByEither() throws Exception {
        List<String> places = places("undo", this::over);
        for (int place = 1; place <= places.size(); place++) {
            for (After after : After.values()) {
                RunnerBench bench = over();
                String name = harness().killAt(place, "undo", directory(bench));
                boolean begun = bench.only().state() != OperationState.SUCCEEDED;
                Operation end = goOn(bench, after);
                if (after == After.UNDO || begun) {
                    assertThat(end.state()).as(name).isEqualTo(OperationState.UNDONE);
                    bench.assertUnchanged();
                } else {
                    assertThat(end.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
                    bench.assertShrunk();
                }
                assertFree(bench);
            }
        }
    }

    @Test
    void itIsReallySigkill() throws Exception {
        RunnerBench bench = fresh();

        harness().killAt(2, "run", directory(bench));

        Operation left = bench.only();
        assertThat(left.state()).isEqualTo(OperationState.RUNNING);
        assertThat(left.leaseUntil()).isAfter(Instant.now());
        assertThat(ProcessHandle.of(left.owner().pid())).isEmpty();
    }

    private void goOnAndCheck(RunnerBench bench, After after, String place) {
        Optional<Operation> left = bench.journal.newestFirst().findFirst();
        if (left.isEmpty()) {
            assertThat(place).isEqualTo("before journal begin");
            bench.assertUnchanged();
            return;
        }
        Operation end = goOn(bench, after);
        switch (after) {
            case RESUME -> {
                assertThat(end.state()).as(place).isEqualTo(OperationState.SUCCEEDED);
                bench.assertShrunk();
            }
            case UNDO -> {
                assertThat(end.state()).as(place).isEqualTo(OperationState.UNDONE);
                bench.assertUnchanged();
            }
        }
        assertFree(bench);
    }

    private static Operation goOn(RunnerBench bench, After after) {
        OperationId id = bench.only().id();
        return switch (after) {
            case RESUME -> bench.runner().resume(id, bench.progress);
            case UNDO -> bench.runner().undo(id, UndoMode.CAREFUL, bench.progress);
        };
    }

    /** The journal agrees: the operation is closed, and another may begin. */
    private static void assertFree(RunnerBench bench) {
        assertThat(bench.only().state().open()).isFalse();
        assertThat(bench.journal.holder(Operations.HERE, Operations.API)).isEmpty();
    }

    private RunnerBench fresh() throws IOException {
        return new RunnerBench(Files.createTempDirectory(folder, "world"));
    }

    private RunnerBench over() throws IOException {
        RunnerBench bench = fresh();
        bench.runner().run(RunnerBench.shrink(), bench.progress);
        return bench;
    }

    private RunnerBench halfWay() throws IOException {
        RunnerBench bench = fresh();
        RunnerBench.failure(ErrorCode.THROTTLED, () -> bench.runner(
                        bench.failingOn("world.set", "count", ErrorCode.THROTTLED, "slow down"))
                .run(RunnerBench.shrink(), bench.progress));
        return bench;
    }

    /** Makes a start for one run. */
    @FunctionalInterface
    private interface Start {
        RunnerBench make() throws IOException;
    }

    private List<String> places(String verb, Start start) throws Exception {
        return harness().places(verb, directory(start.make()));
    }

    private KillHarness harness() {
        return new KillHarness(WorldProgram.class, folder);
    }

    private static String directory(RunnerBench bench) {
        return bench.directory.toString();
    }
}
