package io.agentctl.control.alarms.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.testing.KillHarness;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of alarms (some are added, some changed, some deleted) is killed with SIGKILL: undo puts back the exact
 * definitions, resume finishes. At a sample of the places, and with -Pextended at all of them.
 */
class KilledAlarmsIT {

    private static final int SAMPLES = 3;

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
    void killedAtAnyOfSomePlacesUndoPutsBackTheExactDefinitions() throws Exception {
        undo(some(places().size()));
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledUndoPutsBackTheExactDefinitions() throws Exception {
        undo(all(places().size()));
    }

    private void undo(List<Integer> places) throws Exception {
        for (int place : places) {
            Path journal = freshStart();
            SortedMap<String, String> before = there(journal);
            String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
            try (AlarmBench bench = new AlarmBench(sandbox.endpoint(), journal)) {
                for (Operation left : latest(bench)) {
                    Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                    assertThat(undone.state()).as(name).isEqualTo(OperationState.UNDONE);
                }
                assertThat(bench.there()).as(name).isEqualTo(before);
            }
        }
    }

    @Test
    void killedAtAnyOfSomePlacesResumeFinishesIt() throws Exception {
        int places = places().size();
        resume(some(places));
    }

    @Test
    @Tag("extended")
    void whereverItIsKilledResumeFinishesIt() throws Exception {
        int places = places().size();
        resume(all(places));
    }

    /** Right after a run that was not killed, so that the sandbox has what it ends with. */
    private void resume(List<Integer> places) throws Exception {
        SortedMap<String, String> finished = there(folder.resolve("unused"));
        for (int place : places) {
            Path journal = freshStart();
            SortedMap<String, String> before = there(journal);
            String name = place + ", " + harness().killAt(place, endpoint(), journal.toString());
            try (AlarmBench bench = new AlarmBench(sandbox.endpoint(), journal)) {
                List<Operation> left = latest(bench);
                for (Operation operation : left) {
                    Operation done = bench.runner.resume(operation.id(), ProgressListener.SILENT);
                    assertThat(done.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
                }
                assertThat(bench.there()).as(name).isEqualTo(left.isEmpty() ? before : finished);
            }
        }
    }

    /** Those of the program, not of the start. */
    private static List<Operation> latest(AlarmBench bench) {
        return bench.journal
                .newestFirst()
                .filter(operation -> !operation.summary().equals("12 added"))
                .toList();
    }

    private static List<Integer> some(int places) {
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> 1 + i * (places - 1) / (SAMPLES - 1))
                .toList();
    }

    private static List<Integer> all(int places) {
        return IntStream.rangeClosed(1, places).boxed().toList();
    }

    private List<String> places() throws Exception {
        List<String> places = harness().places(endpoint(), freshStart().toString());
        assertThat(places)
                .contains(
                        "before journal begin",
                        "before CloudWatch PutMetricAlarm",
                        "after CloudWatch PutCompositeAlarm",
                        "after CloudWatch DeleteAlarms");
        return places;
    }

    private Path freshStart() throws Exception {
        sandbox.reset();
        Path journal = Files.createTempDirectory(folder, "journal");
        try (AlarmBench bench = new AlarmBench(sandbox.endpoint(), journal)) {
            bench.aws.sns().createTopic(topic -> topic.name("pages"));
            bench.aws.sns().createTopic(topic -> topic.name("tickets"));
            bench.apply(bench.planTelling(
                            List.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 10)),
                            List.of())
                    .plan());
        }
        return journal;
    }

    private SortedMap<String, String> there(Path journal) {
        try (AlarmBench bench = new AlarmBench(sandbox.endpoint(), journal)) {
            return bench.there();
        }
    }

    private String endpoint() {
        return sandbox.endpoint().toString();
    }

    private KillHarness harness() {
        return new KillHarness(AlarmProgram.class, folder);
    }
}
