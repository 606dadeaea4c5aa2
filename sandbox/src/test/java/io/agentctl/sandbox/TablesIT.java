package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tables whose items the engine keeps. */
class TablesIT {
    private static final ManualClock CLOCK = new ManualClock("2026-11-24T09:00:00Z");
    private static final Sandbox SANDBOX = Sandbox.start(
            World.parse(
                    """
                    tables:
                      - {name: shop, key: id, mode: provisioned, read: 5, write: 5}
                      - {name: world, key: id, replicas: [eu-west-1, ap-south-1], tableClass: infrequent-access}
                    """,
                    Path.of("")),
            SandboxOptions.usual().withClock(CLOCK));
    private static final DynamoDbClient DYNAMODB = Clients.of(DynamoDbClient.builder(), SANDBOX);

    @AfterAll
    static void stop() {
        DYNAMODB.close();
        SANDBOX.close();
    }

    @Test
    void aTableOfTheWorldKeepsItemsAndItsCapacity() {
        Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("1"));
        DYNAMODB.putItem(request -> request.tableName("shop").item(item));

        assertThat(DYNAMODB.getItem(request -> request.tableName("shop").key(item))
                        .item())
                .isEqualTo(item);
        TableDescription described = describe("shop");
        assertThat(described.itemCount()).isEqualTo(1);
        assertThat(described.provisionedThroughput().readCapacityUnits()).isEqualTo(5);
        assertThat(described.tableArn()).isEqualTo("arn:aws:dynamodb:us-east-1:111122223333:table/shop");
    }

    @Test
    void replicasAndTheClassOfATableAreDescribed() {
        TableDescription described = describe("world");

        assertThat(described.replicas())
                .extracting(replica -> replica.regionName() + " " + replica.replicaStatusAsString())
                .containsExactly("eu-west-1 ACTIVE", "ap-south-1 ACTIVE");
        assertThat(described.globalTableVersion()).isEqualTo("2019.11.21");
        assertThat(described.tableClassSummary().tableClassAsString()).isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(describe("shop").replicas()).isEmpty();
    }

    @Test
    void aTableIsCreatedGetsAnIndexAndIsDeleted() {
        TableDescription created = create("made").tableDescription();
        assertThat(created.tableStatusAsString()).isEqualTo("ACTIVE");
        assertThat(created.provisionedThroughput().writeCapacityUnits()).isEqualTo(3);
        assertThatThrownBy(() -> create("made")).isInstanceOf(ResourceInUseException.class);

        DYNAMODB.updateTable(request -> request.tableName("made")
                .attributeDefinitions(attribute("id"), attribute("state"))
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .create(index -> index.indexName("by-state")
                                .keySchema(KeySchemaElement.builder()
                                        .attributeName("state")
                                        .keyType(KeyType.HASH)
                                        .build())
                                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                                .provisionedThroughput(
                                        units -> units.readCapacityUnits(1L).writeCapacityUnits(1L)))
                        .build()));
        assertThat(describe("made").globalSecondaryIndexes().getFirst().indexStatusAsString())
                .isEqualTo("CREATING");
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(describe("made").globalSecondaryIndexes().getFirst().indexStatusAsString())
                .isEqualTo("ACTIVE");

        DYNAMODB.deleteTable(request -> request.tableName("made"));
        assertThatThrownBy(() -> describe("made")).isInstanceOf(ResourceNotFoundException.class);
    }

    private static CreateTableResponse create(String name) {
        return DYNAMODB.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PROVISIONED)
                .attributeDefinitions(attribute("id"))
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .provisionedThroughput(units -> units.readCapacityUnits(3L).writeCapacityUnits(3L)));
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static TableDescription describe(String table) {
        return DYNAMODB.describeTable(request -> request.tableName(table)).table();
    }
}
