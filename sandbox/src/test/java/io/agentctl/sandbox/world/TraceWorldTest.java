package io.agentctl.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.ecs.RolloutFaults;
import io.agentctl.sandbox.time.SandboxClock;
import io.agentctl.sandbox.workload.Aggregate;
import io.agentctl.sandbox.workload.Resource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services that replay recorded series. */
class TraceWorldTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String WORLD =
            """
            history: 2d
            clusters:
              - name: c
                services:
                  - name: replayed
                    cpu: 1024
                    memory: 2048
                    tasks: 2
                    workload:
                      trace: {file: usage.csv, cpu: 2048, memory: 4096, tasks: 1}
            """;

    @TempDir
    private Path directory;

    @Test
    void replaysPercentagesOfTheirSizeOnTheSizeInForce() throws IOException {
        Files.writeString(
                directory.resolve("usage.csv"),
                """
                timestamp,cpu_percent,memory_percent
                2020-01-01 00:05:00,20,25
                2020-01-01 00:00:00,10,25
                """);

        // 10 % of 2048 units is 205 units, over two tasks of 1024 again 10 %; the trace ends where history does.
        assertThat(average(Resource.CPU, 5)).isEqualTo(20);
        assertThat(average(Resource.CPU, 10)).isEqualTo(10);
        assertThat(average(Resource.CPU, 15)).isEqualTo(20);
        assertThat(average(Resource.MEMORY, 5)).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01T00:00:00Z,NaN | :2:22: not a percentage: NaN",
                "2020-01-01T00:00:00Z,-1  | :2:22: not a percentage: -1",
                "2020-01-01T00:00:00Z,x   | :2:22: not a number: x",
                "yesterday,1              | :2:1: not a time: yesterday",
                "2020-01-01T00:00:00Z     | :2:1: too few columns"
            })
    void refusesABrokenRowWithItsPlace(String row, String expected) throws IOException {
        Files.writeString(directory.resolve("usage.csv"), "timestamp,cpu_percent\n" + row + "\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("usage.csv" + expected);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(this::start)
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("usage.csv: cannot be read");
    }

    private LiveWorld start() {
        return LiveWorld.start(
                World.parse(WORLD, directory),
                new SandboxClock(InstantSource.fixed(NOW)),
                new RolloutFaults(),
                () -> URI.create("http://127.0.0.1"));
    }

    private double average(Resource resource, int minutesAgo) {
        Aggregate aggregate = new Aggregate();
        long now = NOW.getEpochSecond() / 60;
        start().ecs()
                .activeService("c", "replayed")
                .orElseThrow()
                .utilization()
                .collect(resource, now - minutesAgo, 5, now, aggregate);
        return Math.round(aggregate.average() * 1000) / 1000.0;
    }
}
