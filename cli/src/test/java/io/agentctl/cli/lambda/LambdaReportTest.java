package io.agentctl.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.terminal.Streams.Stream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved sweep shown again, without an account. */
class LambdaReportTest {

    @TempDir
    private Path folder;

    private String json;
    private Path file;
    private Commands commands;

    @BeforeEach
    void save() throws IOException {
        try (InputStream stream = LambdaReportTest.class.getResourceAsStream("sweep.json")) {
            json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        file = folder.resolve("sweep.json");
        Files.writeString(file, json);
        commands = Commands.in(folder);
    }

    @Test
    void thePageTellsAdviceFiguresFrontierAndNextStep() {
        Outcome outcome = commands.run("lambda report " + file);

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out().lines())
                .containsSequence(
                        "✓ resizer: 512 MB is advised, with 95% confidence: cost -2.9%, time +89.5% against the 1024 MB"
                                + " that it has.",
                        "Strategy cost; context prod, account 111122223333, us-east-1, 2026-11-24T16:00:00Z.",
                        "",
                        "SIZE             N  P50 MS   P95   P99  COLD P50  BILLED  USD/MILLION  95% INTERVAL   USED  FREE"
                                + "  VERDICT",
                        "128 MB           3       -     -     -         -       -            -             -      -     -"
                                + "  3 of 3 invocations failed: it ran out of memory",
                        "256 MB          36     403   451   523       713     411         1.88  1.77 to 1.99  96 MB   63%"
                                + "  11.3 % worse than 512 MB",
                        "512 MB         120     197   221   257       507     201         1.69  1.63 to 1.75  96 MB   81%"
                                + "  ✓ advised")
                .containsSequence(
                        "The frontier, from cheapest to fastest: nothing else beats these in both",
                        "  SIZE           USD/MILLION    MS    COST    TIME",
                        "  512 MB                1.69   199       -       -",
                        "  1024 MB (now)         1.74   105   +3.0%  -47.2%")
                .containsSequence(
                        "With 95 % confidence 512 MB costs at most 2.0 % more than the cheapest.",
                        "315 invocations in 12 rounds, $0.00061 spent, of 800 invocations and $0.05 allowed. Lambda prices"
                                + " of us-east-1, 2026-11-01.",
                        "Next: agentctl lambda apply resizer --memory 512");
        assertThat(outcome.out()).doesNotContain("●");
    }

    @Test
    void onATerminalOrWithWideThereArePlots() {
        Stream screen = new Stream(OptionalInt.of(80), false, false);
        Outcome narrow = commands.on(new Streams(false, screen, Stream.FILE)).run("lambda report " + file);

        assertThat(narrow.out().lines()).allSatisfy(line -> assertThat(line.length())
                .as(line)
                .isLessThan(line.startsWith("+ resizer") || line.contains("Lambda prices") ? 130 : 90));
        assertThat(narrow.out())
                .contains("US dollars a million invocations         Time that a caller waits, ms", "@", "|  ")
                .doesNotContain("⠒");
        assertThat(Commands.in(folder).run("lambda report " + file + " -o wide").out())
                .contains("●", "Time that a caller waits, ms");
    }

    @Test
    void stdinIsReadAndJsonIsWrittenAsItWas() throws IOException {
        Outcome outcome = commands.answering(json).run("lambda report - -o json");

        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(outcome.out()).at("/sizes/2"))
                .isEqualTo(mapper.readTree(json).at("/sizes/2"));
        assertThat(mapper.readTree(outcome.out()).at("/advised/memory").asInt()).isEqualTo(512);
    }

    @Test
    void csvHasALineASize() {
        assertThat(commands.run("lambda report " + file + " -o csv").out().lines())
                .hasSize(7)
                .first()
                .asString()
                .startsWith("memory,architecture,invocations,");
    }

    @Test
    void theHtmlFileIsWrittenBesideWhatIsShown() {
        Path html = folder.resolve("sweep.html");

        Outcome outcome = commands.run("lambda report " + file + " --report " + html);

        assertThat(outcome.talk()).isEqualTo("Written: " + html + System.lineSeparator());
        assertThat(outcome.out()).contains("512 MB is advised");
        assertThat(html).content().contains("512 MB is advised, with 95% confidence.");
    }

    @Test
    void whatALimitEndedIsNotSoldAsProven() throws IOException {
        Files.writeString(
                file,
                json.replace("\"decided\"", "\"limit-reached\"")
                        .replace("\"confidence\": 0.95", "\"confidence\": 0.719")
                        .replace("\"proven\": true", "\"proven\": false"));

        assertThat(commands.run("lambda report " + file).out())
                .startsWith("? resizer: 512 MB is advised, with a probability of 71%: cost -2.9%");
    }

    @Test
    void whereNothingIsAdvisedNothingIsNext() throws IOException {
        Files.writeString(
                file,
                json.replace("\"decided\"", "\"target-missed\"")
                        .replace("\"strategy\": \"cost\"", "\"strategy\": \"slo:50ms\"")
                        .replaceFirst("\"advised\": \\{[^}]*},", "")
                        .replace("\"verdict\": \"advised\"", "\"verdict\": \"too-slow\""));

        assertThat(commands.run("lambda report " + file).out())
                .startsWith("✗ resizer: no size meets slo:50ms, with 95% confidence.")
                .doesNotContain("Next:");
    }

    @Test
    void whatAFileSaysCannotSteerTheTerminal() throws IOException {
        Files.writeString(file, json.replace("\"resizer\"", "\"re\\u001b[2Jsizer\""));

        assertThat(commands.run("lambda report " + file).out())
                .startsWith("✓ re [2Jsizer: 512 MB is advised")
                .doesNotContain("\u001b", "Next:");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Files.writeString(file, "{\"schemaVersion\": 1, \"services\": []}");

        Outcome other = commands.run("lambda report " + file);
        Outcome none = commands.run("lambda report " + folder.resolve("none.json"));

        assertThat(other.code()).isEqualTo(65);
        assertThat(other.talk()).contains("it is no report of a sweep");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.talk()).contains("there is no file");
    }
}
