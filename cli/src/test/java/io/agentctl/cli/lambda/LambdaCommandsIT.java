package io.agentctl.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The Lambda commands as a user types them, against a SANDBOX.get(). */
class LambdaCommandsIT {

    private static final World WORLD = World.parse(
            """
            lambda: {updating: 4ms}
            functions:
              - {name: resizer, memory: 512, timeout: 3s}
              - name: worker
                memory: 1024
                timeout: 30s
                runtime: java21
                versions: 2
                aliases: {live: 2, old: 1}
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
    void functionsAreListedWithTheirSizes() {
        Outcome outcome = commands.run("lambda functions");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("FUNCTION", "resizer", "512 MB", "java21", "1024 MB", "30 s", "2 functions.");
        assertThat(outcome.out()).doesNotContain("ALIASES");
    }

    @Test
    void wideFunctionsShowWhatPointsWhere() {
        assertThat(commands.run("lambda functions worker -o wide").out())
                .contains("VERSIONS", "live: 2, old: 1", "LAST CHANGE", "1 function.")
                .doesNotContain("resizer");
    }

    @Test
    void functionsInCsvAreALineEach() {
        assertThat(commands.run("lambda functions -o csv").out().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("name,runtime,memoryMb,");
    }

    @Test
    void anotherSizeIsAppliedToAnAliasAndUndone() {
        Outcome applied = commands.run("lambda apply worker --memory 512 --alias live --yes");

        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.talk()).contains("memory", "1024", "512", "alias live");
        assertThat(applied.out()).contains("worker", "verified", "agentctl ops undo op-");
        assertThat(commands.run("lambda functions worker -o wide").out()).contains("512 MB", "live: 3");
        assertThat(commands.run("lambda apply worker --memory 512 --alias live").out())
                .contains("Nothing to change.");

        Outcome undone = commands.run("ops undo --yes");

        assertThat(undone.code()).as(undone.talk()).isZero();
        assertThat(commands.run("lambda functions worker -o wide").out()).contains("1024 MB", "live: 2");
    }

    @Test
    void aDryRunShowsAndChangesNothing() {
        SANDBOX.get().calls().clear();

        Outcome outcome = commands.run("lambda apply worker --memory 512 --dry-run --detailed-exitcode");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).contains("1024", "512");
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void withReadOnlyNothingIsChanged() {
        SANDBOX.get().calls().clear();

        commands.run("lambda functions --read-only");
        commands.run("lambda apply worker --memory 512 --yes --read-only");

        assertThat(SANDBOX.get().calls().all()).isNotEmpty();
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void anUnknownFunctionOrAliasIsNamedWithTheNearOnes() {
        assertThat(commands.run("lambda functions worke").talk())
                .contains("there is no function worke", "Did you mean worker?");
        assertThat(commands.run("lambda apply worker --memory 512 --alias lve").talk())
                .contains("no alias lve", "Did you mean live?");
    }

    @Test
    void whatIsNoSizeOrNoNameIsAMistakeOfUsage() {
        Outcome size = commands.run("lambda apply worker --memory 64");
        Outcome name = commands.run("lambda apply worker:live --memory 512");

        assertThat(size.code()).isEqualTo(64);
        assertThat(size.talk()).contains("128 to 10240 MB");
        assertThat(name.code()).isEqualTo(64);
        assertThat(name.talk()).contains("without a version or alias");
    }
}
