package io.agentctl.cli.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice on a file: what a user gives, gets, and is told. */
class RightsizeFromFileTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aQuietTaskGetsASmallerSize() throws IOException {
        Outcome outcome = advise(quiet(), "--cpu 2048 --memory 4096 --tasks 1 -o json");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        JsonNode advice = new ObjectMapper().readTree(outcome.out()).at("/services/0");
        assertThat(advice.at("/finding").asText()).isEqualTo("over");
        assertThat(advice.at("/advised/tasks").asInt()).isEqualTo(1);
        assertThat(advice.at("/advised/cpu").asInt()).isLessThan(2048);
    }

    @Test
    void gapsDuplicatesAndDisorderAreUsedAndSaid() throws IOException {
        String[] rows = quiet().lines().toArray(String[]::new);
        StringBuilder text = new StringBuilder(rows[0]).append('\n');
        text.append(rows[20])
                .append('\n')
                .append(rows[10])
                .append('\n')
                .append(rows[10])
                .append('\n');
        for (int i = 1; i < rows.length; i++) {
            if (i != 10 && i != 20 && (i < 300 || i > 310)) {
                text.append(rows[i]).append('\n');
            }
        }

        Outcome outcome = advise(text.toString(), "--cpu 2048 --memory 4096 --tasks 1");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.talk())
                .contains("rows out of order", "1 row with a time that came before", "without a value: left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp,cpu_percent;2026-11-01T00:00:00Z,NaN | usage.csv:2:22",
                "timestamp,cpu_percent;2026-11-01T00:00:00Z,-1 | usage.csv:2:22",
                "timestamp,cpu_percent;2026-11-01T00:00:00Z,5000 | usage.csv:2:22",
                "timestamp,cpu_percent;yesterday,5 | usage.csv:2:1",
                "timestamp,memory_percent;2026-11-01T00:00:00Z,5 | usage.csv:1:1",
            })
    void whatWouldFalsifyTheAdviceIsRefusedWithLineAndColumn(String text, String place) throws IOException {
        Outcome outcome = advise(text.replace(';', '\n'), "--cpu 2048 --memory 4096");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains(place);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aSizeThatDoesNotExistIsRefusedWithTheNearOnes() throws IOException {
        Outcome outcome = advise(quiet(), "--cpu 512 --memory 1500");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("512/1024", "512/2048");
    }

    @Test
    void aFileAndAServiceAtOnceAreRefused() throws IOException {
        assertThat(advise(quiet(), "--cpu 512 --memory 1024 api").code()).isEqualTo(64);
    }

    private Outcome advise(String text, String options) throws IOException {
        Path file = folder.resolve("usage.csv");
        Files.writeString(file, text);
        return Commands.in(folder).run("ecs rightsize --from-csv " + file + " " + options);
    }

    private static String quiet() {
        StringBuilder text = new StringBuilder("timestamp,cpu_percent,memory_percent\n");
        for (int i = 0; i < 7 * 288; i++) {
            text.append(START.plus(5L * i, ChronoUnit.MINUTES))
                    .append(',')
                    .append(4 + i % 7 * 0.5)
                    .append(",10\n");
        }
        return text.toString();
    }
}
