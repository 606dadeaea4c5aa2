package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** How tables change their capacity, and what is refused; nothing of it needs the engine. */
class TableCapacityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final String WORLD =
            """
            tables:
              - plain
              - {name: shop-orders, key: customer, sortKey: placed, mode: provisioned, read: 100, write: 50,
                 indexes: [{name: by-state, key: state, read: 20, write: 50}], deletionProtection: true}
            """;

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox = Sandbox.start(
            World.parse(WORLD, Path.of("")), SandboxOptions.usual().withClock(clock));
    private final DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), sandbox);

    @AfterEach
    void stop() {
        assertThat(sandbox.status()).containsEntry("dynamoDb", "not started");
        dynamoDb.close();
        sandbox.close();
    }

    @Test
    void describesTablesOfTheWorld() {
        TableDescription orders = describe("shop-orders");

        assertThat(dynamoDb.listTables().tableNames()).containsExactly("plain", "shop-orders");
        assertThat(orders.tableArn()).isEqualTo("arn:aws:dynamodb:us-east-1:111122223333:table/shop-orders");
        assertThat(orders.billingModeSummary()).isNull();
        assertThat(orders.provisionedThroughput().readCapacityUnits()).isEqualTo(100);
        assertThat(orders.deletionProtectionEnabled()).isTrue();
        assertThat(orders.globalSecondaryIndexes()).singleElement().satisfies(index -> {
            assertThat(index.indexStatusAsString()).isEqualTo("ACTIVE");
            assertThat(index.provisionedThroughput().writeCapacityUnits()).isEqualTo(50);
        });
        assertThat(describe("plain").billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(describe("plain").provisionedThroughput().readCapacityUnits())
                .isZero();
        assertThat(describe("plain").warmThroughput().readUnitsPerSecond()).isEqualTo(12_000);
        assertThat(dynamoDb.describeLimits().tableMaxReadCapacityUnits()).isEqualTo(40_000);
        assertThatThrownBy(() -> describe("absent")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void anUpdateTakesTimeAndKeepsOthersOut() {
        TableDescription accepted = resize(200, 50).tableDescription();

        assertThat(accepted.tableStatus()).isEqualTo(TableStatus.UPDATING);
        assertThat(accepted.provisionedThroughput().readCapacityUnits()).isEqualTo(100);
        assertThatThrownBy(() -> resize(300, 50))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("Table is being updated: shop-orders");

        settle();
        TableDescription done = describe("shop-orders");
        assertThat(done.tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(done.provisionedThroughput().readCapacityUnits()).isEqualTo(200);
        assertThat(done.provisionedThroughput().lastIncreaseDateTime()).isEqualTo(NOW);
        assertThat(done.warmThroughput().readUnitsPerSecond()).isEqualTo(200);
    }

    @Test
    void decreasesAreFourADayAndThenOneAnHour() {
        for (int read = 90; read > 50; read -= 10) {
            resize(read, 50);
            settle();
        }
        assertThatThrownBy(() -> resize(50, 50))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Number of decreases today: 4")
                .hasMessageContaining("Next decrease can be made at Tuesday, November 24, 2026 10:00:00 AM UTC");
        assertThat(describe("shop-orders").provisionedThroughput().numberOfDecreasesToday())
                .isEqualTo(4);
        assertThat(describe("shop-orders").warmThroughput().readUnitsPerSecond())
                .isEqualTo(100);

        resizeIndex(10, 50);
        settle();
        clock.advance(Duration.ofHours(1));
        resize(50, 50);
        settle();
        assertThatThrownBy(() -> resize(40, 50)).isInstanceOf(LimitExceededException.class);

        clock.advance(Duration.ofHours(14));
        resize(40, 50);
        assertThat(describe("shop-orders").provisionedThroughput().numberOfDecreasesToday())
                .isEqualTo(1);
    }

    @Test
    void switchesToOnDemandAreFourInADay() {
        for (int i = 0; i < 4; i++) {
            update(request -> request.billingMode(BillingMode.PAY_PER_REQUEST));
            settle();
            back();
            settle();
            clock.advance(Duration.ofHours(1));
        }
        assertThatThrownBy(() -> update(request -> request.billingMode(BillingMode.PAY_PER_REQUEST)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Update to PayPerRequest mode are limited to 4 times in 1 day(s)")
                .hasMessageContaining("Next update can be made at Wed Nov 25 09:00:00 UTC 2026");
        assertThat(describe("shop-orders").billingModeSummary().lastUpdateToPayPerRequestDateTime())
                .isAfter(NOW);

        clock.advance(Duration.ofHours(20));
        update(request -> request.billingMode(BillingMode.PAY_PER_REQUEST));
        settle();
        assertThat(describe("shop-orders").provisionedThroughput().readCapacityUnits())
                .isZero();
        assertThat(describe("shop-orders").globalSecondaryIndexes().getFirst().provisionedThroughput())
                .satisfies(none -> assertThat(none.writeCapacityUnits()).isZero());
    }

    @Test
    void provisionedNeedsThroughputForTheTableAndEveryIndex() {
        update(request -> request.billingMode(BillingMode.PAY_PER_REQUEST));
        settle();

        assertRefused("must both be specified", request -> request.billingMode(BillingMode.PROVISIONED));
        assertRefused("must be specified for index: by-state", request -> request.billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(units -> units.readCapacityUnits(5L).writeCapacityUnits(5L)));
        assertRefused(
                "when BillingMode is PAY_PER_REQUEST",
                request -> request.provisionedThroughput(
                        units -> units.readCapacityUnits(5L).writeCapacityUnits(5L)));
    }

    @Test
    void refusesWhatChangesNothingAndWhatIsBeyondTheQuotas() {
        assertThatThrownBy(() -> resize(100, 50)).hasMessageContaining("will not change");
        assertThatThrownBy(() -> resize(39_990, 50)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> dynamoDb.deleteTable(request -> request.tableName("shop-orders")))
                .hasMessageContaining("protected against deletion");
    }

    private void assertRefused(String words, Consumer<UpdateTableRequest.Builder> change) {
        assertThatThrownBy(() -> update(change))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining(words);
    }

    private void back() {
        update(request -> request.billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(units -> units.readCapacityUnits(100L).writeCapacityUnits(50L))
                .globalSecondaryIndexUpdates(index(20, 50)));
    }

    private UpdateTableResponse resize(long read, long write) {
        return dynamoDb.updateTable(request -> request.tableName("shop-orders")
                .provisionedThroughput(units -> units.readCapacityUnits(read).writeCapacityUnits(write)));
    }

    private void resizeIndex(long read, long write) {
        update(request -> request.globalSecondaryIndexUpdates(index(read, write)));
    }

    private static GlobalSecondaryIndexUpdate index(long read, long write) {
        return GlobalSecondaryIndexUpdate.builder()
                .update(change -> change.indexName("by-state")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(read).writeCapacityUnits(write)))
                .build();
    }

    private void update(Consumer<UpdateTableRequest.Builder> change) {
        dynamoDb.updateTable(request -> change.accept(request.tableName("shop-orders")));
    }

    private void settle() {
        clock.advance(Duration.ofMillis(300));
    }

    private TableDescription describe(String table) {
        return dynamoDb.describeTable(request -> request.tableName(table)).table();
    }
}
