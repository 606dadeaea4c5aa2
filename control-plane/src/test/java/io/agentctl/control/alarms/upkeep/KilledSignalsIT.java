package io.agentctl.control.alarms.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of objectives of Application Signals is killed with SIGKILL, one of them between being deleted and being
 * made anew: undo puts back what was there, tags included. With -Pextended wherever it acts.
 */
class KilledSignalsIT {

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(AlarmStoriesIT.WORLD);
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void killedBetweenDeletingAndMakingUndoPutsItBack() throws Exception {
        int place = places().indexOf("after ApplicationSignals DeleteServiceLevelObjective") + 1;
        undo(List.of(place));
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledUndoPutsEverythingBack() throws Exception {
        undo(IntStream.rangeClosed(1, places().size()).boxed().toList());
    }

    private List<String> places() throws Exception {
        List<String> places = harness().places(endpoint(), freshStart().toString());
        assertThat(places)
                .contains(
                        "after ApplicationSignals DeleteServiceLevelObjective",
                        "before ApplicationSignals CreateServiceLevelObjective");
        return places;
    }

    private void undo(List<Integer> places) throws Exception {
        for (int place : places) {
            Path journal = freshStart();
            try (AlarmBench bench = new AlarmBench(sandbox.endpoint(), journal)) {
                SortedMap<String, String> before = KeptObjectives.there(bench.aws.signals());
                String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
                for (Operation left : bench.journal
                        .newestFirst()
                        .filter(operation -> !operation.summary().equals("added")
                                || operation.resource().name().equals("acme-another"))
                        .toList()) {
                    assertThat(bench.runner
                                    .undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT)
                                    .state())
                            .as(name)
                            .isEqualTo(OperationState.UNDONE);
                }
                assertThat(KeptObjectives.there(bench.aws.signals())).as(name).isEqualTo(before);
            }
        }
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        Path journal = Files.createTempDirectory(folder, "journal");
        try (AlarmBench bench = new AlarmBench(sandbox.endpoint(), journal)) {
            bench.apply(bench.planTelling(
                            List.of(SomeObjectives.ofLatency("availability", 0.99, Duration.ofMinutes(5), List.of())
                                    .keptBy(Backend.APPLICATION_SIGNALS)),
                            List.of())
                    .plan());
        }
        return journal;
    }

    private String endpoint() {
        return sandbox.endpoint().toString();
    }

    private KillHarness harness() {
        return new KillHarness(SignalsProgram.class, folder);
    }
}
