package io.agentctl.cli.table;

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
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands for tables as a user types them, against a sandbox whose updates take a while. */
class TableCommandsIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 1d
            dynamodb: {updating: 100ms}
            tables:
              - name: orders
                mode: provisioned
                read: 100
                write: 20
                key: pk
                indexes: [{name: by-owner, key: owner, read: 50, write: 20}]
              - name: carts
                key: pk
              - {name: archive, key: pk, mode: provisioned, read: 10, write: 10, tableClass: infrequent-access}
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
    void tablesAreListedWithWhatTheyCost() {
        Outcome outcome = commands.run("table list");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        // 150 read units and 40 write units over 730 hours.
        assertThat(outcome.out())
                .containsPattern("carts +on-demand +ACTIVE +- +- ")
                .containsPattern("orders +provisioned +ACTIVE +100/20 +0 of 4 .*\\$33\\.2");
        assertThat(commands.run("table list -o json --query tables[2].indexes[0]")
                        .out())
                .contains("by-owner");
    }

    @Test
    void theProjectsOwnPricesGoFirstAndATablesClassIsPricedAsItIs() throws IOException {
        Files.writeString(
                folder.resolve("dynamodb.yaml"),
                """
                date: 2026-02-01
                source: our contract
                regions:
                  us-east-1:
                    STANDARD: {millionReads: 0.1, millionWrites: 0.5, readUnitHour: 0.0001, writeUnitHour: 0.0005}
                    STANDARD_INFREQUENT_ACCESS:
                      {millionReads: 0.2, millionWrites: 0.9, readUnitHour: 0.0002, writeUnitHour: 0.001}
                """);
        Commands own = Commands.ofProject(folder, SANDBOX.get(), "tablePrices: dynamodb.yaml");

        // 150 read and 40 write units over 730 hours, and 10 of each of the dearer class.
        assertThat(own.run("table list").out())
                .contains("2026-02-01, our contract")
                .containsPattern("orders .*\\$25\\.55")
                .containsPattern("archive .*\\$8\\.76");
        assertThat(own.run("table capacity archive").out())
                .contains("it is of class STANDARD_INFREQUENT_ACCESS, and priced so");
    }

    @Test
    void aSwitchIsShownAppliedVerifiedAndUndone() throws IOException {
        Outcome shown = commands.run("table switch orders --to on-demand");

        assertThat(shown.code()).as(shown.talk()).isZero();
        assertThat(shown.out())
                .contains(
                        "provisioned → on-demand", "3 of 4 switches to on demand are left in 24 hours after this one");
        assertThat(mode("orders")).isEqualTo("PROVISIONED");

        Outcome applied = commands.run("table switch orders --to on-demand --apply --yes");

        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.out()).contains("orders: provisioned to on-demand, verified");
        assertThat(mode("orders")).isEqualTo("ON_DEMAND");

        assertThat(commands.run("ops undo --yes").code()).isZero();
        assertThat(commands.run("table list").out()).containsPattern("orders +provisioned +ACTIVE +100/20");
    }

    @Test
    void aPlanIsSavedAndAppliedOnce() throws IOException {
        Path plan = folder.resolve("plan.json");
        Files.writeString(
                plan, commands.run("table switch orders --to on-demand -o json").out());

        assertThat(commands.run("apply", plan.toString(), "--yes").code()).isZero();
        Outcome again = commands.run("apply", plan.toString(), "--yes");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.talk()).contains("the plan is stale: table orders has changed since it was made");
    }

    @Test
    void theFifthSwitchInADayIsRefusedBeforeItIsAsked() {
        for (int i = 0; i < 4; i++) {
            assertThat(commands.run("table switch orders --to on-demand --apply --yes")
                            .code())
                    .isZero();
            assertThat(commands.run("ops undo --yes").code()).isZero();
        }
        Outcome fifth = commands.run("table switch orders --to on-demand --apply --yes");

        assertThat(fifth.code()).isEqualTo(1);
        assertThat(fifth.talk()).contains("it was switched to on demand 4 times in the last 24 hours", "possible from");
        assertThat(commands.run("table capacity orders").out())
                .contains("switches to on demand left in this rolling day: 0");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsChanged() {
        assertRefused("table switch order --to on-demand --apply --yes", 1, "there is no table order");
        assertRefused("table switch orders --to cheap", 64, "a mode is on-demand or provisioned, not cheap");
        assertRefused("table switch orders --to provisioned --target 95%", 64, "a target is 20% to 90%");
        assertRefused("table switch orders --to on-demand --target 70%", 64, "on demand nothing scales");
        assertRefused("table switch orders --to on-demand --fixed", 64, "on demand nothing scales");
        assertRefused("table switch carts --to provisioned --fixed --target 70%", 64, "exclude each other");
        assertRefused("table autoscale orders --min 0 --max 5", 64, "--min is at least 1");
        assertRefused("table autoscale orders --target 70%", 64, "give --min and --max");
        assertRefused("table autoscale orders --min 9 --max 5", 64, "bounds are 1 or more, the least first");
        assertRefused("table autoscale orders --min 1 --max 50000", 1, "over the quota of 40000");
        assertRefused("table autoscale orders --index by-owners --min 1 --max 5", 1, "has no global index by-owners");
        assertRefused("table autoscale carts --min 1 --max 5", 1, "carts is on demand");
        assertRefused("table usage o", 64, "a table's name is 3 to 255 letters");
    }

    private void assertRefused(String line, int code, String message) {
        Outcome outcome = commands.run(line);
        assertThat(outcome.code()).as(line + ": " + outcome.talk()).isEqualTo(code);
        assertThat(outcome.talk()).contains(message);
    }

    private String mode(String table) throws IOException {
        JsonNode tables = new ObjectMapper()
                .readTree(commands.run("table list -o json").out())
                .path("tables");
        for (JsonNode one : tables) {
            if (one.path("table").asText().equals(table)) {
                return one.path("mode").asText().toUpperCase(Locale.ROOT).replace('-', '_');
            }
        }
        throw new AssertionError("no table " + table + " in " + tables);
    }
}
