package io.agentctl.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What functions cost, as a user asks for it, against a SANDBOX.get(). */
class LambdaCostIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 10d
            functions:
              - name: worker
                memory: 1024
                versions: 2
                aliases: {live: 2}
                model: {latency: 200ms}
                tags: {function: worker}
                traffic: {perMinute: 300, qualifier: live}
              - name: untagged
                memory: 512
                traffic: {perMinute: 60}
              - name: idle
                memory: 128
            """,
            Path.of("."));

    private static final String SWEEP =
            """
            {"schemaVersion": 1, "function": "worker", "operation": "op-1", "context": "sandbox",
             "account": "111122223333", "region": "us-east-1", "measuredAt": "2026-03-01T00:00:00Z",
             "current": {"memory": 1024, "architecture": "x86_64"}, "strategy": "cost",
             "advised": {"memory": 512, "architecture": "x86_64"}, "verdict": "decided", "confidence": 0.95, "wantedConfidence": 0.95,
             "proven": true, "explanation": "", "indifferenceZone": 0.02, "coldShare": 0, "invocations": 100, "maxInvocations": 800,
             "spend": 0.01, "rounds": 3, "mostlyCold": false, "clientTimed": false, "prices": "", "remarks": [],
             "sizes": [%s, %s]}
            """
                    .formatted(size(1024, 4.0), size(512, 2.0));

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get());
    }

    @Test
    void costsAreComputedWithoutAskingCostExplorer() {
        Outcome outcome = commands.run("lambda cost --since 7d");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("FUNCTION", "worker", "1024 MB", "untagged", "idle", "3 functions", "(computed)");
        assertThat(outcome.out()).doesNotContain("SWEPT SIZE");
        assertThat(SANDBOX.get().calls().all()).noneMatch(call -> call.service().equals("ce"));
    }

    @Test
    void costExplorerIsAskedOnceADayAndItsPriceIsSaid() throws IOException {
        Outcome first = commands.run("lambda cost --since 7d --cost-explorer -o json");
        Outcome second = commands.run("lambda cost --since 7d --cost-explorer");

        assertThat(first.code()).as(first.talk()).isZero();
        assertThat(first.talk()).contains("AWS charges $0.01 a call");
        JsonNode root = new ObjectMapper().readTree(first.out());
        JsonNode worker = root.at("/functions/0");
        assertThat(root.at("/source").asText()).isEqualTo("cost-explorer");
        assertThat(worker.at("/function").asText()).isEqualTo("worker");
        assertThat(worker.at("/billed").asDouble())
                .isCloseTo(
                        worker.at("/computed").asDouble(),
                        within(worker.at("/computed").asDouble() / 50));
        assertThat(root.at("/untagged").asDouble()).isPositive();
        assertThat(second.out()).contains("was used again, which costs nothing", "(as billed; * computed)");
        assertThat(second.talk()).isEmpty();
        assertThat(SANDBOX.get().calls().all().stream()
                        .filter(call -> call.service().equals("ce")))
                .hasSize(1);
    }

    @Test
    void withoutThePermissionItIsComputedAndThatIsSaid() {
        SANDBOX.get().faults().deny("ce", "GetCostAndUsage");

        Outcome outcome = commands.run("lambda cost --since 7d --cost-explorer");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out()).contains("computed from metrics instead, being not allowed to ask Cost Explorer");
    }

    @Test
    void sweptSizesShowWhatTheyWouldSave() throws IOException {
        Files.createDirectories(folder.resolve("sweeps"));
        Files.writeString(folder.resolve("sweeps/worker.json"), SWEEP);
        Files.writeString(folder.resolve("sweeps/other.json"), "{}");

        Outcome outcome = commands.run("lambda cost worker --since 7d --sweeps " + folder.resolve("sweeps"));
        Outcome json =
                commands.run("lambda cost worker --since 7d -o json --sweeps " + folder.resolve("sweeps/worker.json"));

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out()).contains("SWEPT SIZE", "512 MB", "Swept sizes would save $");
        assertThat(outcome.talk()).contains("passed over:", "other.json");
        JsonNode row = new ObjectMapper().readTree(json.out()).at("/functions/0");
        // Some 300 a minute, of which a million costs two dollars less.
        assertThat(row.at("/swept/monthly").asDouble()).isBetween(15.0, 35.0);
    }

    @Test
    void anUnknownFunctionNamesTheNearOnes() {
        Outcome outcome = commands.run("lambda cost wroker");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("there is no function wroker", "Did you mean worker?");
    }

    @Test
    void aFileThatIsNoSweepIsRefused() throws IOException {
        Files.writeString(folder.resolve("x.json"), "{}");

        Outcome outcome = commands.run("lambda cost --sweeps " + folder.resolve("x.json"));

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains("it is no report of a sweep");
    }

    private static String size(int memory, double usdPerMillion) {
        return """
               {"memory": %d, "architecture": "x86_64", "invocations": 50, "warm": 50, "cold": 0, "failures": {},
                "usdPerMillion": {"low": 1, "estimate": %s, "high": 9}, "verdict": "worse", "reason": "",
                "onFrontier": true}"""
                .formatted(memory, usdPerMillion);
    }
}
