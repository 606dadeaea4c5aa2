package io.agentctl.control.journal;

import io.agentctl.control.aws.ApiCalls;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** The DynamoDB table, {@code ${project}-agentctl}, that a shared journal lies in. */
public final class JournalTable {

    private final DynamoDbClient client;
    private final String name;
    private final ApiCalls calls = new ApiCalls(1);

    public JournalTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** True if the table is there and can be used. */
    public boolean exists() {
        return calls.call("look for table " + name, () -> {
            try {
                TableStatus status = client.describeTable(request -> request.tableName(name))
                        .table()
                        .tableStatus();
                return status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
            } catch (ResourceNotFoundException ignored) {
                return false;
            }
        });
    }

    /**
     * Creates the table unless it is there: paid by request, with closed operations expiring. Waits until it is ready.
     */
    public void create() {
        calls.call("create table " + name, () -> {
            try {
                return client.createTable(definition());
            } catch (ResourceInUseException ignored) {
                return null;
            }
        });
        calls.call("wait for table " + name, () -> client.waiter()
                .waitUntilTableExists(request -> request.tableName(name)));
        if (!expires()) {
            calls.call(
                    "let old operations in table " + name + " expire",
                    () -> client.updateTimeToLive(request -> request.tableName(name)
                            .timeToLiveSpecification(
                                    ttl -> ttl.attributeName("expiresAt").enabled(true))));
        }
    }

    private boolean expires() {
        return calls.call("read table " + name, () -> client.describeTimeToLive(request -> request.tableName(name)))
                        .timeToLiveDescription()
                        .attributeName()
                != null;
    }

    private CreateTableRequest definition() {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .build();
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
}
