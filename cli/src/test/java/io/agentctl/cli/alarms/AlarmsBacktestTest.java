package io.agentctl.cli.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlarmsBacktestTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    Path folder;

    /**
     * Four days of five-minute values around 100; on the last day half an hour of 900, and on the second day a peak.
     */
    @BeforeEach
    void writeHistory() throws IOException {
        StringBuilder csv = new StringBuilder("timestamp,value\n");
        LocalDateTime time = LocalDateTime.of(2026, 11, 1, 0, 0);
        for (int i = 0; i < 4 * 288; i++) {
            double value = 100 + i % 7;
            if (i == 300) {
                value = 400;
            }
            if (i >= 1_000 && i < 1_006) {
                value = 900;
            }
            csv.append(TIME.format(time.plusMinutes(5L * i)))
                    .append(',')
                    .append(value)
                    .append('\n');
        }
        Files.writeString(folder.resolve("latency.csv"), csv);
        Files.writeString(
                folder.resolve("incidents.json"),
                "{\"latency.csv\": [[\"2026-11-04 11:00:00\", \"2026-11-04 13:00:00\"]]}");
    }

    private Commands.Outcome run(String... arguments) {
        return Commands.in(folder).run(arguments);
    }

    @Test
    void showsWhenAnAlarmWouldHaveFired() {
        Commands.Outcome outcome = run(
                "alarms",
                "backtest",
                "--from-csv",
                "latency.csv",
                "--above",
                "750",
                "--datapoints",
                "2/2",
                "--incidents",
                "incidents.json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("2 of 2 averages over 5m > 750, from 2026-11-01T00:10:00Z to 2026-11-04T23:56:00Z")
                .contains("2026-11-04T11:26:00Z  25m")
                .contains("1 page, in ALARM for 25m in all; found 1 of 1 incidents after 26m, 0 pages in vain")
                .doesNotContain("missing");
    }

    @Test
    void saysForHowLongMissingDataDecides() throws IOException {
        Path file = folder.resolve("latency.csv");
        Files.writeString(file, Files.readString(file).replaceAll("2026-11-02 0[2-4]:\\d\\d:00,.*\n", ""));
        assertThat(run("alarms", "backtest", "--from-csv", "latency.csv", "--above", "750")
                        .out())
                .contains("For 2h 50m data was missing that counts");
    }

    @Test
    void tunesOnTheFirstHalfAndJudgesOnTheSecond() {
        Commands.Outcome outcome =
                run("alarms", "backtest", "--from-csv", "latency.csv", "--incidents", "incidents.json", "--tune");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("Proposed: alarms that tell nobody themselves, and a composite that pages when one fires")
                .contains("for a peak:        1 of 12 averages over 5m > ")
                .contains("for a drop:        2 of 3 averages over 5m < ")
                .contains("which they had not seen:  found 1 of 1 incidents after 2")
                .contains("m, 0 pages in vain");
    }

    @Test
    void jsonHasTheRuleAndTheScore() {
        Commands.Outcome outcome = run(
                "alarms",
                "backtest",
                "--from-csv",
                "latency.csv",
                "--above",
                "300",
                "-o",
                "json",
                "--query",
                "[rule.threshold, score.pages, score.falsePages]");
        assertThat(outcome.out().replaceAll("\\s", "")).isEqualTo("[300,2,2]");
    }

    @Test
    void mistakesAreNamedWithTheirPlace() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "time,value\n2026-11-01 00:00:00,1\nyesterday,2\n");
        assertThat(run("alarms", "backtest", "--from-csv", "bad.csv", "--above", "1")
                        .talk())
                .contains("bad.csv:3: 'yesterday' is no time");
        assertThat(run("alarms", "backtest", "--from-csv", "bad.csv", "--above", "1")
                        .code())
                .isEqualTo(65);
        assertThat(run("alarms", "backtest", "--from-csv", "none.csv", "--tune").talk())
                .contains("there is no file");
        Commands.Outcome both = run("alarms", "backtest", "--from-csv", "latency.csv", "--above", "1", "--below", "2");
        assertThat(both.code()).isEqualTo(64);
        assertThat(both.talk()).contains("give one of --above and --below");
        assertThat(run("alarms", "backtest", "--from-csv", "latency.csv", "--above", "1", "--datapoints", "3/2")
                        .talk())
                .contains("data points to alarm are 1 to the evaluation periods");
    }
}
