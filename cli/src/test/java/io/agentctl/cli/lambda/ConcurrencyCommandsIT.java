package io.agentctl.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The commands for provisioned concurrency as a user types them, against a SANDBOX.get(). */
class ConcurrencyCommandsIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 3d
            lambda: {provisioning: 20ms}
            functions:
              - name: worker
                memory: 1024
                versions: 2
                aliases: {live: 2}
                model: {latency: 200ms}
                traffic: {perMinute: 300, qualifier: live}
              - name: held
                memory: 512
                versions: 1
                aliases: {live: 1}
                reservedConcurrency: 20
                provisioned: {live: 4}
                traffic: {perMinute: 60, qualifier: live}
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
    void whatIsKeptReadyIsShownWithItsUse() {
        Outcome outcome = commands.run("lambda concurrency show held");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("held reserves 20 at once, which is its limit too", "of the account's 1000")
                .containsPattern("live +1 +4 +4 +ready");
        assertThat(commands.run("lambda concurrency show held:live --since 2h -o wide")
                        .out())
                .contains("BUSY HISTORY", "▃▃▃");
    }

    @Test
    void aNumberIsSetVerifiedAndUndone() {
        Outcome outcome = commands.run("lambda concurrency set held:live 6 --yes");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.talk()).contains("provisioned", "4 → 6", "+$10.95", "Costs $10.95 more a month");
        assertThat(outcome.out()).contains("held:live: kept ready 4 to 6, verified");
        assertThat(commands.run("lambda concurrency set held:live 6").out()).contains("Nothing to change.");

        assertThat(commands.run("ops undo --yes").code()).isZero();
        assertThat(commands.run("lambda concurrency show held -o json --query rows[0].requested")
                        .out()
                        .strip())
                .isEqualTo("4");
    }

    @Test
    void noneIsKeptReadyAfterClear() {
        Outcome outcome = commands.run("lambda concurrency clear held:live --yes");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(commands.run("lambda concurrency show held").out()).containsPattern("live +1 +- +- +none");
    }

    @Test
    void theLevelsArePricedAndThePlanCanBeSavedAndApplied() throws IOException {
        Outcome table = commands.run("lambda concurrency plan worker:live --since 3d");
        Outcome json = commands.run("lambda concurrency plan worker:live --since 3d -o json");

        assertThat(table.out())
                .contains(
                        "USD/MONTH", "COLD STARTS AVOIDED", "advised", "busy 60% of the time", "Do it with: agentctl");
        JsonNode root = new ObjectMapper().readTree(json.out());
        int advised = root.at("/advised").asInt();
        assertThat(advised).isPositive();
        assertThat(root.at("/levels/0/environments").asInt()).isZero();
        assertThat(root.at("/target").asText()).isEqualTo("worker:live");

        Files.writeString(folder.resolve("plan.json"), json.out());
        Outcome applied = commands.run("apply", folder.resolve("plan.json").toString(), "--yes");

        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.out()).contains("worker:live: kept ready none to " + advised + ", verified");
    }

    @Test
    void moreThanTheReservationIsRefusedAndNothingIsWritten() {
        SANDBOX.get().calls().clear();

        Outcome outcome = commands.run("lambda concurrency set held:live 21 --yes");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("held reserves 20 at once, so 20 at most can be");
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void theLatestCannotBeNamed() {
        assertThat(commands.run("lambda concurrency set held 3").talk())
                .contains("name the alias or version too, such as held:live");
        Outcome latest = commands.run("lambda", "concurrency", "set", "held:$LATEST", "3", "--yes");
        assertThat(latest.code()).isEqualTo(64);
        assertThat(latest.talk()).contains("nothing can be kept ready for $LATEST");
        assertThat(commands.run("lambda concurrency set held:live 0").code()).isEqualTo(64);
    }

    @Test
    void readingNeverWrites() {
        SANDBOX.get().calls().clear();

        commands.run("lambda concurrency show held --read-only");
        commands.run("lambda concurrency plan held:live --read-only");
        commands.run("lambda concurrency set held:live 9 --dry-run");
        Outcome refused = commands.run("lambda concurrency set held:live 9 --yes --read-only");

        assertThat(refused.code()).isEqualTo(77);
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }
}
