package io.agentctl.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What cannot be done with a table: said, with an exit code, and nothing is changed. */
class TableBadInputIT {

    /** Tables that are being made and deleted stay so for an hour. */
    private static final World WORLD = World.parse(
            """
            history: 1d
            dynamodb: {updating: 1h, creating: 1h}
            tables:
              - {name: orders, key: pk, mode: provisioned, read: 100, write: 20}
              - {name: parting, key: pk, mode: provisioned, read: 5, write: 5}
              - {name: world, key: pk, replicas: [eu-west-1]}
              - {name: big-1, key: pk, mode: provisioned, read: 39900, write: 5}
              - {name: big-2, key: pk, mode: provisioned, read: 39900, write: 5}
            """,
            Path.of("."));

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeAll
    static void startSandboxWithTablesThatComeAndGo() {
        sandbox = Sandbox.start(WORLD);
        try (AwsClients aws = new AwsClients(AwsSettings.sandbox(sandbox.endpoint(), "us-east-1"), List.of())) {
            DynamoDbClient dynamoDb = aws.dynamoDb();
            dynamoDb.createTable(request -> request.tableName("coming")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build()));
            dynamoDb.deleteTable(request -> request.tableName("parting"));
        }
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void project() throws IOException {
        commands = Commands.ofProject(folder, sandbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table usage order",
                "table capacity order",
                "table audit order",
                "table switch order --to on-demand --apply --yes",
                "table switch order --to provisioned --apply --yes",
                "table autoscale order --min 1 --max 5 --yes",
                "table autoscale order --off --yes"
            })
    void aTableThatIsMissingIsSaidWithTheNearOne(String line) {
        requireRefused(line, 1, "there is no table order", "Did you mean orders?");
    }

    @ParameterizedTest
    @CsvSource({
        "table switch coming --to provisioned --apply --yes, the table is CREATING, Try again when it is ACTIVE.",
        "table switch parting --to on-demand --apply --yes, the table is DELETING, It is going away.",
        "table autoscale parting --min 1 --max 5 --yes, the table is DELETING, It is going away.",
        "table autoscale coming --min 1 --max 5 --yes, coming is on demand, Switch it first"
    })
    void aTableThatComesOrGoesTakesNoChange(String line, String message, String advice) {
        requireRefused(line, 1, message, advice);
    }

    @Test
    void aTableThatComesIsShownAndSaidNotToTakeTheSwitchItIsAdvised() {
        assertThat(commands.run("table list").out()).containsPattern("coming +on-demand +CREATING");
        assertThat(commands.run("table list").out()).containsPattern("parting +provisioned +DELETING");
        assertThat(commands.run("table capacity coming").out())
                .contains("DynamoDB would refuse it now: the table is CREATING");
    }

    @Test
    void aThroughputOfZeroIsRefusedInOptionsAndInPlans() throws IOException {
        requireRefused("table autoscale orders --min 0 --max 5 --yes", 64, "--min is at least 1", "");
        requireRefused("table autoscale orders --min 1 --max 0 --yes", 64, "--max is at least 1", "");

        String plan =
                commands.run("table switch world --to provisioned -o json").out();
        assertThat(plan).contains("\"to\": \"5/5\"");
        Path edited = folder.resolve("plan.json");
        Files.writeString(edited, plan.replace("\"to\": \"5/5\"", "\"to\": \"0/5\""));
        requireRefused("apply " + edited + " --yes", 65, "at least 1 of each is needed", "");
    }

    @Test
    void aGlobalTableWhoseWritesWouldNotScaleIsRefused() {
        requireRefused(
                "table switch world --to provisioned --fixed --apply --yes",
                1,
                "it is a global table with replicas in eu-west-1, whose writes must scale",
                "--target");
        Outcome shown = commands.run("table switch world --to provisioned");
        assertThat(shown.code()).as(shown.talk()).isZero();
        assertThat(shown.out())
                .contains(
                        "writes of a global table must scale", "the mode of its replicas in eu-west-1 changes with it");
    }

    @Test
    void whatTheAccountsOtherTablesLeaveIsNotExceeded() {
        // 79,805 read units are taken elsewhere, which leaves 195 to this table.
        requireRefused(
                "table autoscale orders --only reads --min 250 --max 300 --yes",
                1,
                "the account's other tables have 79805/15, which is over its quota of 80000/80000",
                "given up elsewhere");
    }

    private void requireRefused(String line, int code, String message, String advice) {
        int before = changes();
        Outcome outcome = commands.run(line);

        assertThat(outcome.code()).as(line + ": " + outcome.talk()).isEqualTo(code);
        assertThat(outcome.talk()).contains(message, advice);
        assertThat(changes()).as("changing calls after " + line).isEqualTo(before);
        assertThat(commands.run("ops list -o json --query length(operations)").out())
                .isEqualTo("0\n");
    }

    private static int changes() {
        return sandbox.calls().mutating().size();
    }
}
