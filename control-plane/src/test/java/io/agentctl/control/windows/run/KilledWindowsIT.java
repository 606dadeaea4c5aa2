package io.agentctl.control.windows.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that puts two services to sleep, or wakes them, is killed with SIGKILL at its boundaries: undo, the next run of
 * the same night and the next run of the morning each end right. {@link RandomHistoriesTest} dies at many more places,
 * within one process.
 */
class KilledWindowsIT {

    private static final String API = "3 tasks, 2-6";
    private static final String WORKER = "2 tasks, not scaled";
    private static final String API_ASLEEP = "0 tasks, 0-6 suspended, remembered";
    private static final String WORKER_ASLEEP = "0 tasks, not scaled, remembered";

    /** Every so many boundaries, unless all are asked for. */
    private static final int STRIDE = 6;

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(WindowsBench.WORLD);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void aRunThatDiesWhileServicesGoToSleepLeavesNothingBehind() throws Exception {
        killedAtNight(STRIDE);
    }

    @Test
    void aRunThatDiesWhileServicesWakeLeavesNothingBehind() throws Exception {
        killedInTheMorning(STRIDE);
    }

    @Test
    @Tag("extended")
    void whereverARunDiesNothingIsLeftBehind() throws Exception {
        killedAtNight(1);
        killedInTheMorning(1);
    }

    private void killedAtNight(int stride) throws Exception {
        int places =
                harness().places(arguments(freshStart(), WindowsBench.NIGHT)).size();
        for (int place = 1; place <= places; place += stride) {
            String name = killed(place, WindowsBench.NIGHT, bench -> {});
            switch (place / stride % 3) {
                case 0 -> undone(name, API, WORKER);
                case 1 -> nextRun(name, WindowsBench.NIGHT, API_ASLEEP, WORKER_ASLEEP);
                default -> nextRun(name, WindowsBench.MORNING, API, WORKER);
            }
        }
    }

    private void killedInTheMorning(int stride) throws Exception {
        Path first = freshStart();
        asleep(first);
        int places = harness().places(arguments(first, WindowsBench.MORNING)).size();
        for (int place = 1; place <= places; place += stride) {
            String name = killed(place, WindowsBench.MORNING, this::asleep);
            switch (place / stride % 2) {
                case 0 -> nextRun(name, WindowsBench.NIGHT, API_ASLEEP, WORKER_ASLEEP);
                default -> nextRun(name, WindowsBench.MORNING, API, WORKER);
            }
        }
    }

    private interface Before {
        void in(Path folder) throws Exception;
    }

    private Path left;

    private String killed(int place, Instant at, Before before) throws Exception {
        left = freshStart();
        before.in(left);
        return "killed at " + place + ", " + harness().killAt(place, arguments(left, at));
    }

    private void asleep(Path run) {
        try (WindowsBench bench = new WindowsBench(sandbox.endpoint(), run)) {
            bench.run(WindowsBench.NIGHT);
            assertThat(bench.seen("api")).isEqualTo(API_ASLEEP);
        }
    }

    private void undone(String name, String api, String worker) {
        try (WindowsBench bench = new WindowsBench(sandbox.endpoint(), left)) {
            for (Operation operation : bench.journal.newestFirst().toList()) {
                bench.runner.undo(operation.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
            }
            assertSeen(bench, name, api, worker);
        }
    }

    private void nextRun(String name, Instant at, String api, String worker) {
        try (WindowsBench bench = new WindowsBench(sandbox.endpoint(), left)) {
            assertThat(bench.run(at).failed()).as(name).isEmpty();
            assertSeen(bench, name, api, worker);
        }
    }

    private static void assertSeen(WindowsBench bench, String name, String api, String worker) {
        assertThat(bench.seen("api")).as(name).isEqualTo(api);
        assertThat(bench.seen("worker")).as(name).isEqualTo(worker);
        assertThat(bench.journal.newestFirst().toList())
                .as(name)
                .allMatch(operation -> !operation.state().open());
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        return Files.createTempDirectory(folder, "run");
    }

    private String[] arguments(Path run, Instant at) {
        return new String[] {sandbox.endpoint().toString(), run.toString(), at.toString()};
    }

    private KillHarness harness() {
        return new KillHarness(WindowsProgram.class, folder);
    }
}
