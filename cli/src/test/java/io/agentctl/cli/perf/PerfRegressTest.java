package io.agentctl.cli.perf;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerfRegressTest {

    @TempDir
    Path folder;

    @Test
    void aRegressionInAFileIsShownWithWhenAndHowMuchAndEndsWithThree() throws IOException {
        writeSeries("latency.csv", 60, 40, 1.2);

        Outcome outcome = run("perf", "regress", "--from-csv", "latency.csv");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("latency.csv: a regression", "2026-11-02T16:00:00Z, regression: level from 102 to 12", "+20");
    }

    @Test
    void anImprovementEndsWithZero() throws IOException {
        writeSeries("latency.csv", 60, 40, 0.7);

        Outcome outcome = run("perf", "regress", "--from-csv", "latency.csv", "-o", "json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"word\": \"improvement\"", "\"index\": 40", "\"before\": 102,");
    }

    @Test
    void forThroughputFallingIsARegression() throws IOException {
        writeSeries("throughput.csv", 60, 40, 0.7);

        assertThat(run("perf", "regress", "--from-csv", "throughput.csv", "--lower-is-worse")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void changesBelowTheThresholdDoNotMatter() throws IOException {
        writeSeries("latency.csv", 60, 40, 1.2);

        Outcome outcome = run("perf", "regress", "--from-csv", "latency.csv", "--threshold", "30%");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("no change that matters (30.0 %)");
    }

    @Test
    void aSeriesThatIsTooShortSaysHowManyPointsAreNeeded() throws IOException {
        writeSeries("latency.csv", 6, 3, 2);

        Outcome outcome = run("perf", "regress", "--from-csv", "latency.csv");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk())
                .contains("the series has 6 points, too few to tell a change from chance: 10 are needed");
    }

    @Test
    void whatIsNoSeriesIsRefusedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("latency.csv"), "time,value\nyesterday,3\n");

        Outcome outcome = run("perf", "regress", "--from-csv", "latency.csv");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains("latency.csv:2: 'yesterday' is no time");
    }

    @Test
    void metricsAreNamedWithTheirNamespace() {
        Outcome outcome = run("perf", "regress", "--metric", "ResponseTime");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("--metric is NAMESPACE/NAME");
    }

    @Test
    void aMetricAndAFileDoNotGoTogether() {
        assertThat(run("perf", "regress", "--metric", "a/b", "--from-csv", "c.csv")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void anEmptyHistorySaysHowToBegin() {
        Outcome outcome = run("perf", "regress");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("the history has no results", "perf history --keep");
    }

    /** An hour apart from 2026-11-01, around 102. */
    private void writeSeries(String file, int points, int step, double factor) throws IOException {
        StringBuilder csv = new StringBuilder("time,value\n");
        for (int i = 0; i < points; i++) {
            double value = 100 + (i * 7 % 5);
            csv.append(Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofHours(i)))
                    .append(',')
                    .append(i < step ? value : value * factor)
                    .append('\n');
        }
        Files.writeString(folder.resolve(file), csv);
    }

    private Outcome run(String... arguments) {
        return Commands.in(folder).run(arguments);
    }
}
