package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import io.agentctl.sandbox.world.WorldFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Tables whose use replays recorded series. */
class TableTraceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void unitsOfARowAreSpreadOverItsTimeAndEndWhereHistoryDoes() throws IOException {
        Files.writeString(
                directory.resolve("use.csv"),
                """
                timestamp,value,puts
                2014-04-10 00:00:00,300,5
                2014-04-10 00:05:00,600,0
                2014-04-10 00:10:00,150,10
                """);
        try (Sandbox sandbox = start("{file: use.csv, reads: value, writes: puts, factor: 2}")) {
            assertThat(sums(sandbox, "ConsumedReadCapacityUnits", 300, 6))
                    .containsExactly(600.0, 1200.0, 300.0, 600.0, 1200.0, 300.0);
            assertThat(sums(sandbox, "ConsumedReadCapacityUnits", 60, 5)).containsOnly(60.0);
            assertThat(sums(sandbox, "ConsumedWriteCapacityUnits", 900, 1)).containsExactly(30.0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{file: use.csv, reads: value} | 2014-04-10T00:00:00Z,-1 | use.csv:2:22: not a number of units: -1",
                "{file: use.csv, reads: hits}  | 2014-04-10T00:00:00Z,1  | use.csv:1:1: the header must name timestamp and hits",
                "{file: none.csv, reads: value} | 2014-04-10T00:00:00Z,1 | none.csv: cannot be read",
                "{file: use.csv}               | 2014-04-10T00:00:00Z,1  | needs file, and the column of reads or of writes",
                "{file: use.csv, reads: value, factor: 0} | 2014-04-10T00:00:00Z,1 | a trace's factor must be above 0"
            })
    void whatCannotBeReplayedIsRefusedWithItsPlace(String trace, String row, String expected) throws IOException {
        Files.writeString(directory.resolve("use.csv"), "timestamp,value\n" + row + "\n");

        assertThatThrownBy(() -> start(trace).close())
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining(expected);
    }

    private Sandbox start(String trace) {
        return Sandbox.start(
                World.parse(
                        "history: 1h\ntables: [{name: replayed, key: id, traffic: {trace: " + trace + "}}]", directory),
                SandboxOptions.usual().withClock(new ManualClock(NOW.toString())));
    }

    private static List<Double> sums(Sandbox sandbox, String metric, int period, int periods) {
        MetricDataQuery query = MetricDataQuery.builder()
                .id("m")
                .metricStat(stat -> stat.stat("Sum")
                        .period(period)
                        .metric(Metric.builder()
                                .namespace("AWS/DynamoDB")
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name("TableName")
                                        .value("replayed")
                                        .build())
                                .build()))
                .build();
        return sandbox.cloudWatch()
                .getMetricData(request -> request.startTime(NOW.minus(Duration.ofSeconds((long) period * periods)))
                        .endTime(NOW)
                        .scanBy("TimestampAscending")
                        .metricDataQueries(query))
                .metricDataResults()
                .getFirst()
                .values();
    }
}
