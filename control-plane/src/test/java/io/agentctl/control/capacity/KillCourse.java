package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.KillHarness;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Kills a change of a table with SIGKILL at its boundaries, found by counting them, each time from the same start: undo
 * puts back all of it, resume finishes it, and no lease is left.
 */
final class KillCourse {

    private final Path folder;
    private final URI endpoint;
    private final FreshStart freshStart;
    private final KilledChange change;

    /** Makes the tables be as they were in the beginning. */
    interface FreshStart {
        void begin() throws Exception;
    }

    KillCourse(Path folder, URI endpoint, FreshStart freshStart, KilledChange change) {
        this.folder = folder;
        this.endpoint = endpoint;
        this.freshStart = freshStart;
        this.change = change;
    }

    /** Undone and resumed by turns, at every so manieth boundary. */
    void sampled(int stride) throws Exception {
        int places = places();
        String after = state(folder.resolve("last"));
        for (int place = 1; place <= places; place += stride) {
            if (place / stride % 2 == 0) {
                undone(place);
            } else {
                resumed(place, after);
            }
        }
    }

    /** Undone and, from a fresh start, resumed at every boundary. */
    int everywhere() throws Exception {
        int places = places();
        String after = state(folder.resolve("last"));
        for (int place = 1; place <= places; place++) {
            undone(place);
            resumed(place, after);
        }
        return places;
    }

    private void undone(int place) throws Exception {
        Path journal = begin();
        String before = state(journal);
        String name = change + " undone, killed at " + place + ", " + harness().killAt(place, arguments(journal));
        try (CapacityBench bench = new CapacityBench(endpoint, journal)) {
            for (Operation left : bench.journal.newestFirst().toList()) {
                Operation undone = bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                assertThat(undone.state()).as(name).isEqualTo(OperationState.UNDONE);
            }
            assertLeft(bench, name, before);
        }
    }

    private void resumed(int place, String after) throws Exception {
        Path journal = begin();
        String before = state(journal);
        String name = change + " resumed, killed at " + place + ", " + harness().killAt(place, arguments(journal));
        try (CapacityBench bench = new CapacityBench(endpoint, journal)) {
            List<Operation> left = bench.journal.newestFirst().toList();
            for (Operation operation : left) {
                Operation finished = bench.runner.resume(operation.id(), ProgressListener.SILENT);
                assertThat(finished.state()).as(name).isEqualTo(OperationState.SUCCEEDED);
            }
            assertLeft(bench, name, left.isEmpty() ? before : after);
        }
    }

    private void assertLeft(CapacityBench bench, String name, String state) {
        assertThat(bench.table(change.table()).fingerprint()).as(name).isEqualTo(state);
        assertThat(bench.journal.holder(bench.here.get(), change.table().resource()))
                .as(name)
                .isEmpty();
    }

    private int places() throws Exception {
        List<String> places = harness().places(arguments(begin()));
        assertThat(places).contains("before journal begin", "after journal begin");
        assertThat(places).anyMatch(place -> place.matches("after (DynamoDb|Application ?Auto ?Scaling) .*"));
        return places.size();
    }

    private String state(Path journal) {
        try (CapacityBench bench = new CapacityBench(endpoint, journal)) {
            return bench.table(change.table()).fingerprint();
        }
    }

    private Path begin() throws Exception {
        freshStart.begin();
        Path journal = Files.createTempDirectory(folder, "journal");
        try (CapacityBench bench = new CapacityBench(endpoint, journal)) {
            change.prepare(bench);
        }
        return journal;
    }

    private String[] arguments(Path journal) {
        return new String[] {endpoint.toString(), journal.toString(), change.name()};
    }

    private KillHarness harness() {
        return new KillHarness(KilledChangeProgram.class, folder);
    }
}
