package io.agentctl.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lambda sweep} as a user types it, against a SANDBOX.get(). */
class LambdaSweepIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            lambda: {updating: 4ms, timeScale: 0}
            functions:
              - name: resizer
                memory: 512
                timeout: 10s
                versions: 1
                aliases: {live: 1}
                model: {cpu: 100ms, latency: 20ms, noise: 0.02, memoryUsed: 60, pressure: 0.2}
              - {name: broken, memory: 256, failureRate: 1}
            """,
            Path.of("."));

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
    void theBestSizeIsFoundShownAndSaved() throws IOException {
        Path html = folder.resolve("sweep.html");

        Outcome swept = commands.run("lambda sweep resizer --memory 128,512,1769,3008 --yes --report " + html);

        assertThat(swept.code()).as(swept.talk()).isZero();
        assertThat(swept.talk())
                .contains(
                        "Sweep of resizer in context sandbox", "in all, cold starts not counted", "as it was recorded");
        assertThat(swept.out()).contains("advised", "512 MB (now)", "USD/MILLION", "agentctl lambda apply resizer");
        assertThat(Files.readString(html)).contains("<svg", "resizer");
        assertThat(commands.run("lambda functions resizer -o wide").out()).contains("512 MB", "live: 1");
    }

    @Test
    void aSavedSweepIsShownAgainWithoutAws() throws IOException {
        Outcome swept = commands.run("lambda sweep resizer --memory 256,512 --yes -o json");
        assertThat(swept.code()).as(swept.talk()).isZero();
        Path saved = Files.writeString(folder.resolve("sweep.json"), swept.out());
        SANDBOX.get().calls().clear();

        Outcome again = commands.run("lambda report " + saved + " -o json");

        assertThat(again.out()).isEqualTo(swept.out());
        assertThat(SANDBOX.get().calls().all()).isEmpty();
    }

    @Test
    void theAdvisedSizeIsAppliedAndUndone() {
        Outcome applied =
                commands.run("lambda sweep resizer --memory 512,3008 --strategy speed --yes --apply --alias live");

        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.out()).contains("memory 512 to 3008", "agentctl ops undo");
        assertThat(commands.run("lambda functions resizer").out()).contains("3008 MB");
        assertThat(commands.run("ops undo --yes").code()).isZero();
        assertThat(commands.run("lambda functions resizer -o wide").out()).contains("512 MB", "live: 1");
    }

    @Test
    void aFunctionThatFailsEverywhereIsAVerdict() {
        Outcome swept = commands.run("lambda sweep broken --memory 128,256 --yes");

        assertThat(swept.code()).isEqualTo(3);
        assertThat(swept.out()).contains("Every size failed");
    }

    @Test
    void aDryRunAndReadOnlyInvokeNothing() {
        SANDBOX.get().calls().clear();

        assertThat(commands.run("lambda sweep resizer --dry-run").out()).contains("sizes between where it pays");
        assertThat(commands.run("lambda sweep resizer --read-only --yes").code())
                .isEqualTo(77);

        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
        assertThat(SANDBOX.get().calls().of("lambda", "Invoke")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resize                            | 1  | Did you mean resizer?
                    resizer --memory 64               | 64 | memory is 128 to 10240 MB, not 64
                    resizer --memory 512,512          | 64 | sizes are given twice: [512]
                    resizer --memory big              | 64 | not a number of MB
                    resizer --strategy slo            | 64 | --strategy slo needs its target: --p95
                    resizer --strategy cost --p95 1s  | 64 | --p95 goes with --strategy slo
                    resizer --strategy cheap          | 64 | a strategy is cost, speed, balanced
                    resizer --memory 512 --max-spend 0.0000USD | 64 | --max-spend is above 0
                    resizer --memory 512,1024 --max-invocations 5 | 64 | the first round alone makes 6 invocations
                    resizer --concurrency 0           | 64 | from 1 to 100 invocations in flight
                    resizer --architectures mips      | 64 | an architecture is x86_64 or arm64
                    resizer --alias live              | 64 | --alias goes with --apply
                    resizer --payload none.json       | 65 | cannot read none.json
                    """)
    void mistakesAreNamedAndNothingIsChanged(String arguments, int code, String message) {
        SANDBOX.get().calls().clear();

        Outcome outcome = commands.run("lambda sweep " + arguments + " --yes");

        assertThat(outcome.talk()).contains(message);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }
}
