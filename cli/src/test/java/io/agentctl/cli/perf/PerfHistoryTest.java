package io.agentctl.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerfHistoryTest {

    @TempDir
    Path folder;

    @Test
    void keptResultsAreBesideTheProjectAndListedTheNewestFirst() throws IOException {
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\n");
        KeptRuns.write(folder.resolve("one.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 1);
        KeptRuns.write(folder.resolve("two.json"), "sha256:01", "2026-11-02T10:00:00Z", 60, 2);

        Outcome outcome = run("perf", "history", "--keep", "one.json", "--keep", "two.json");

        assertThat(outcome.code()).isZero();
        assertThat(folder.resolve(".agentctl/performance/2026-11-01T10-00-00Z-baseline-01.json"))
                .exists();
        assertThat(outcome.out().indexOf("2026-11-02")).isLessThan(outcome.out().indexOf("2026-11-01"));
        assertThat(outcome.out()).contains("TREND OF P95", "====================");
    }

    @Test
    void aFileThatIsNoResultIsToldOfAndHidesNoOther() throws IOException {
        KeptRuns.write(folder.resolve("one.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 1);
        run("perf", "history", "--keep", "one.json");
        Files.writeString(folder.resolve(".agentctl/performance/broken.json"), "{");

        Outcome outcome = run("perf", "history", "-o", "json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.talk()).contains("broken.json");
        assertThat(outcome.out()).contains("\"p95\"");
    }

    @Test
    void aRegressionInTheHistoryIsFound() throws IOException {
        for (int day = 10; day < 30; day++) {
            Path file = folder.resolve("run" + day + ".json");
            KeptRuns.write(file, "sha256:01", "2026-11-" + day + "T10:00:00Z", day < 22 ? 40 : 50, day);
            run("perf", "history", "--keep", file.toString());
        }

        Outcome outcome = run("perf", "regress");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("baseline p95: a regression", "2026-11-22T10:00:00Z, regression");
    }

    @Test
    void anEmptyHistorySaysHowToBegin() {
        assertThat(run("perf", "history").out()).contains("No results in", "perf history --keep RESULT");
    }

    private Outcome run(String... arguments) {
        return Commands.in(folder).run(arguments);
    }
}
