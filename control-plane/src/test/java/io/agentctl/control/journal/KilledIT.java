package io.agentctl.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.testing.KillHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed wherever: undo and resume each end in a correct state, and the journal agrees with the world. */
class KilledIT {

    private static final int STRIDE = 3;

    @TempDir
    Path folder;

    /** What another process does after the kill. */
    private enum After {
        RESUME,
        UNDO
    }

    /** Makes a start for one run. */
    @FunctionalInterface
    private interface Start {
        RunnerBench make() throws IOException;
    }

    /** Looks at what is left of a kill at {@code place} after {@code after}. */
    @FunctionalInterface
    private interface Look {
        void at(RunnerBench bench, After after, String place);
    }

    /** At every third boundary; the extended run takes them all. */
    @Test
    void aRunThatIsKilledIsResumedAndUndone() throws Exception {
        List<String> places = kill("run", STRIDE, this::fresh, KilledIT::ends);

        assertThat(places).contains("before journal begin", "after journal begin", "before world.set");
        assertThat(places).hasSizeGreaterThan(20);
    }

    @Test
    @Tag("extended")
    void aRunThatIsKilledAnywhereIsResumedAndUndone() throws Exception {
        kill("run", 1, this::fresh, KilledIT::ends);
    }

    @Test
    @Tag("extended")
    void aResumeThatIsKilledAnywhereIsResumedAndUndone() throws Exception {
        kill("resume", 1, this::halfWay, KilledIT::ends);
    }

    @Test
    void anUndoThatIsKilledIsFinishedByEither() throws Exception {
        kill("undo", STRIDE, this::over, KilledIT::undoEnds);
    }

    @Test
    @Tag("extended")
    void anUndoThatIsKilledAnywhereIsFinishedByEither() throws Exception {
        kill("undo", 1, this::over, KilledIT::undoEnds);
    }

    @Test
    @Tag("extended")
    void turningBackThatIsKilledAnywhereIsFinishedByEither() throws Exception {
        List<String> places = kill("run-badly", 1, this::fresh, (bench, after, place) -> {
            boolean turnedBack = bench.journal.newestFirst().anyMatch(Operation::goingBack);
            if (turnedBack) {
                endsRolledBack(bench, after, place);
            } else {
                ends(bench, after, place);
            }
        });

        assertThat(places).contains("before world.put-back", "after world.put-back");
    }

    @Test
    void itIsReallySigkill() throws Exception {
        RunnerBench bench = fresh();

        harness().killAt(2, "run", bench.directory.toString());

        Operation left = bench.only();
        assertThat(left.state()).isEqualTo(OperationState.RUNNING);
        assertThat(left.leaseUntil()).isAfter(Instant.now());
        assertThat(ProcessHandle.of(left.owner().pid())).isEmpty();
    }

    /** Kills at every so manieth place, and goes on from each in both ways. */
    private List<String> kill(String verb, int stride, Start start, Look look) throws Exception {
        List<String> places = harness().places(verb, start.make().directory.toString());
        for (int place = 1; place <= places.size(); place += stride) {
            RunnerBench bench = start.make();
            String name = place + ", " + harness().killAt(place, verb, bench.directory.toString());
            look.at(copy(bench), After.RESUME, name);
            look.at(bench, After.UNDO, name);
        }
        return places;
    }

    private static void ends(RunnerBench bench, After after, String place) {
        if (bench.journal.newestFirst().findAny().isEmpty()) {
            assertThat(place).endsWith("before journal begin");
            bench.assertUnchanged();
            return;
        }
        switch (after) {
            case RESUME -> {
                assertThat(goOn(bench, after).state()).as(place).isEqualTo(OperationState.SUCCEEDED);
                bench.assertShrunk();
                assertFree(bench);
            }
            case UNDO -> endsUndone(bench, after, place);
        }
    }

    private static void undoEnds(RunnerBench bench, After after, String place) {
        boolean begun = bench.only().state() != OperationState.SUCCEEDED;
        if (after == After.UNDO || begun) {
            endsUndone(bench, after, place);
        } else {
            ends(bench, after, place);
        }
    }

    private static void endsUndone(RunnerBench bench, After after, String place) {
        assertThat(goOn(bench, after).state()).as(place).isEqualTo(OperationState.UNDONE);
        bench.assertUnchanged();
        assertFree(bench);
    }

    /** Resuming says, with exit code 4, what had happened; undoing does not fail. */
    private static void endsRolledBack(RunnerBench bench, After after, String place) {
        boolean over = !bench.only().state().open();
        if (after == After.RESUME && !over) {
            AgentctlException said = RunnerBench.failure(ErrorCode.ROLLED_BACK, () -> goOn(bench, after));
            assertThat(said).hasMessageContaining("size is wrong");
        } else {
            goOn(bench, after);
        }
        assertThat(bench.only().state()).as(place).isEqualTo(OperationState.ROLLED_BACK);
        bench.assertUnchanged();
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
        return RunnerBench.fresh(Files.createTempDirectory(folder, "world"));
    }

    private RunnerBench over() throws IOException {
        RunnerBench bench = fresh();
        bench.runner().run(RunnerBench.shrink(), bench.progress);
        return bench;
    }

    private RunnerBench halfWay() throws IOException {
        RunnerBench bench = fresh();
        ActionHandler slow = bench.failingOn("world.set", "count", ErrorCode.THROTTLED, "slow down");
        RunnerBench.failure(ErrorCode.THROTTLED, () -> bench.runner(slow).run(RunnerBench.shrink(), bench.progress));
        return bench;
    }

    private RunnerBench copy(RunnerBench bench) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        try (Stream<Path> paths = Files.walk(bench.directory)) {
            for (Path path : paths.skip(1).toList()) {
                Files.copy(path, copy.resolve(bench.directory.relativize(path)));
            }
        }
        return new RunnerBench(copy, new FileJournal(copy.resolve("journal")));
    }

    private KillHarness harness() {
        return new KillHarness(WorldProgram.class, folder);
    }
}
