package io.agentctl.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerfCompareTest {

    @TempDir
    Path folder;

    @Test
    void aSlowerCandidateIsARegressionAndEndsWithThree() throws IOException {
        KeptRuns.write(folder.resolve("base.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 1);
        KeptRuns.write(folder.resolve("candidate.json"), "sha256:01", "2026-11-02T10:00:00Z", 60, 2);

        Outcome outcome = run("perf", "compare", "base.json", "candidate.json");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("baseline: a regression; differences from 5.00 % on matter", "p95", "+5");
        assertThat(run("perf", "compare", "candidate.json", "base.json").code()).isZero();
    }

    @Test
    void theSameIsNoRegression() throws IOException {
        KeptRuns.write(folder.resolve("base.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 3);

        Outcome outcome = run("perf", "compare", "base.json", "base.json", "-o", "json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"name\": \"throughput\"", "\"word\": \"no-difference\"");
    }

    @Test
    void aComparisonThatSaysNothingIsNoPass() throws IOException {
        KeptRuns.write(folder.resolve("base.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 3);
        String saturated =
                Files.readString(folder.resolve("base.json")).replace("\"saturated\" : false", "\"saturated\" : true");
        Files.writeString(folder.resolve("saturated.json"), saturated);

        Outcome outcome = run("perf", "compare", "base.json", "saturated.json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("undecided");
    }

    @Test
    void resultsOfDifferentScenariosAreRefused() throws IOException {
        KeptRuns.write(folder.resolve("base.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 4);
        KeptRuns.write(folder.resolve("other.json"), "sha256:02", "2026-11-01T11:00:00Z", 40, 5);

        Outcome outcome = run("perf", "compare", "base.json", "other.json");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains("the results are of different scenarios");
    }

    @Test
    void aFileThatIsNoResultIsRefused() throws IOException {
        KeptRuns.write(folder.resolve("base.json"), "sha256:01", "2026-11-01T10:00:00Z", 40, 6);
        Files.writeString(folder.resolve("notes.json"), "{\"kind\": \"notes\"}");

        Outcome outcome = run("perf", "compare", "base.json", "notes.json");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains("notes.json", "no result of a load test");
    }

    private Outcome run(String... arguments) {
        return Commands.in(folder).run(arguments);
    }
}
