package io.agentctl.cli.dash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.ProgramWords;
import io.agentctl.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard where there is no terminal: printed once, or as JSON. */
class DashCommandsIT {

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(DashWorld.steady());
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void inAProject() throws IOException {
        sandbox.faults().clear();
        sandbox.calls().clear();
        DashWorld.promise(folder);
        commands = Commands.ofProject(folder, sandbox, DashWorld.SETTINGS);
    }

    @Test
    void thePageHasEveryPaneWithTheAgeOfItsData() {
        Outcome page = commands.run("dash --once");

        assertThat(page.code()).as(page.talk()).isZero();
        for (Pane pane : Pane.values()) {
            assertThat(page.out()).containsPattern("(?m)^" + pane.title() + " .*old$");
        }
        assertThat(page.out())
                .startsWith("acme in context sandbox, account 111122223333, region us-east-1")
                .contains("1.2k a minute")
                .containsPattern("api +2/2 +60%")
                .containsPattern("acme-governance +\\d+ ms")
                .containsPattern("acme-governance-policies +reads +10 +40 25%")
                .contains("0 of 0 in ALARM", "no windows", "nothing in force in production");
    }

    @Test
    void aPipeGetsThePageOnceWithoutBeingAsked() {
        assertThat(commands.run("dash --charts ascii").out())
                .contains("Response times")
                .containsPattern("(?m)^ *0 \\+");
    }

    @Test
    void jsonIsTheSameSnapshot() throws IOException {
        Outcome json = commands.run("dash -o json --range 6h");

        assertThat(json.code()).as(json.talk()).isZero();
        JsonNode tree = new ObjectMapper().readTree(json.out());
        assertThat(tree.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(tree.path("range").path("length").textValue()).isEqualTo("PT6H");
        JsonNode curves = tree.path("curves").path("value");
        assertThat(curves.path("answers").path("p99").path("values")).hasSize(72);
        assertThat(curves.path("services").path(0).path("service").textValue()).isEqualTo("api");
        assertThat(tree.path("services").path("readAt").textValue()).isNotEmpty();
        assertThat(tree.path("objectives").path("value")).isNotEmpty();
        assertThat(tree.path("alarms").has("failure")).isFalse();
    }

    @Test
    void allCurvesAreReadInOneCall() {
        commands.run("dash --once");
        int all = sandbox.calls().of("monitoring", "GetMetricData").size();
        sandbox.calls().clear();
        commands.run("slo status");
        int ofObjectives = sandbox.calls().of("monitoring", "GetMetricData").size();

        assertThat(all - ofObjectives).isEqualTo(1);
    }

    @Test
    void aPartThatIsForbiddenTakesNoOtherWithIt() {
        sandbox.faults().deny("monitoring", "DescribeAlarms");

        Outcome page = commands.run("dash --once");

        assertThat(page.code()).as(page.talk()).isZero();
        assertThat(page.out())
                .containsPattern("Alarms *\n✗ not allowed to read alarms acme")
                .contains("2/2");
    }

    @Test
    void mistakesInTheFileOfWindowsAreToldWhereTheWindowsAre() throws IOException {
        Files.writeString(folder.resolve("windows.yaml"), "windws: []\n");

        assertThat(commands.run("dash --once").out())
                .containsPattern("Windows *\n✗ .*windws")
                .contains("2/2");
    }

    @Test
    void aRangeThatThereIsNotIsRefused() {
        Outcome refused = commands.run("dash --range 3h");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.talk()).contains("--range is one of [1h, 6h, 24h, 14d]");
    }

    @Test
    void noClassOfJLineIsLoadedWithoutATerminal() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> words = new ArrayList<>(ProgramWords.of(folder, "dash", "--once"));
        words.add(1, "-Xlog:class+load:file=" + log);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "AGENTCTL_CONTEXT", "sandbox",
                        "AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString()));

        assertThat(builder.start().waitFor()).isZero();

        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains("io.agentctl.cli.dash.PlainPage"));
        assertThat(loaded.stream().filter(line -> line.contains("] org.jline.")))
                .isEmpty();
    }
}
