package io.agentctl.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** An audit as a user types it, of a table with something of each kind to find. */
class TableAuditIT {

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 2d
            tables:
              - name: orders
                key: customer
                sortKey: placed
                mode: provisioned
                read: 40
                write: 20
                insights: true
                traffic: {reads: 60, writes: 12, noise: 0, scans: 0.6, hotKeys: {acme: 0.4}}
                indexes:
                  - {name: by-state, key: state, read: 20, write: 20, traffic: {reads: 5, writes: 12, noise: 0}}
                  - {name: by-colour, key: colour, read: 20, write: 20, traffic: {writes: 12, noise: 0}}
              - {name: carts, key: pk}
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
    void scansHotKeysThrottlesAndUnusedIndexesAreFound() {
        Outcome outcome = commands.run("table audit orders --since 2d --read-only");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .containsPattern("(?m)^Scan +[1-9]")
                .containsPattern("high +scans: [\\d,]+ scans, ")
                .containsPattern("high +hot key: acme of the table takes 4\\d % of accesses")
                .containsPattern("high +index by-colour: nothing was read from it in 4\\d h, and [\\d,]+ write units")
                .containsPattern("high +throttles: [\\d,]+ requests were throttled on reads")
                .doesNotContain("index by-state:", "Not looked at");
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void whereHotKeysAreNotCountedItSaysSo() {
        assertThat(commands.run("table audit carts").out())
                .contains("note  hot keys: Contributor Insights is off for the table", "ENABLE --table-name carts");
    }

    @Test
    void insightsThatAreRefusedAreNotedAndTheRestIsAuditedAllTheSame() throws IOException {
        SANDBOX.get().faults().deny("dynamodb", "DescribeContributorInsights");

        Outcome outcome = commands.run("table audit orders --since 2d");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Not looked at: hot keys of the table are not known: not allowed to",
                        "Not looked at: hot keys of index by-colour are not known: ")
                .containsPattern("high +scans: ")
                .contains("high  index by-colour: ")
                .doesNotContain("Contributor Insights is off");

        JsonNode result = new ObjectMapper()
                .readTree(commands.run("table audit orders -o json").out());
        assertThat(result.path("unknown")).hasSize(3);
        assertThat(result.path("hotKeys")).isEmpty();
    }

    @Test
    void reportsThatAreRefusedAreNoted() {
        SANDBOX.get().faults().deny("monitoring", "GetInsightRuleReport");

        Outcome outcome = commands.run("table audit orders --since 2d");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("Not looked at: hot keys of the table are not known: not allowed to")
                .contains("high  index by-colour: ");
    }

    @Test
    void whereMetricsAreRefusedNoIndexIsCalledUnusedAndNothingIsSaidToBeFine() {
        SANDBOX.get().faults().deny("monitoring", "GetMetricData");

        Outcome outcome = commands.run("table audit orders --since 2d");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Not looked at: throttles and unused indexes are not known: not allowed to",
                        "Not looked at: scans and ways of reading are not known: not allowed to",
                        "hot key: acme of the table")
                .doesNotContain("index by-colour: ", "Nothing was found");
    }
}
