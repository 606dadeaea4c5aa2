package io.agentctl.policies.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

/** The DynamoDB table, {@code ${project}-governance-policies}, that policies lie in. */
public final class PolicyTable {

    /** Epoch seconds after which DynamoDB may delete an item; it takes up to two days to do so. */
    static final String EXPIRES_AT = "expires_at";

    private final TableCalls calls;

    public PolicyTable(DynamoDbClient client, String name) {
        this.calls = new TableCalls(client, name);
    }

    /** Creates the table unless it is there, paid by request, and has old items expire. Waits until it is ready. */
    public void create() {
        calls.call("create the table", () -> {
            try {
                return calls.client().createTable(definition());
            } catch (ResourceInUseException ignored) {
                return null;
            }
        });
        calls.call(
                "wait for the table",
                () -> calls.client().waiter().waitUntilTableExists(request -> request.tableName(calls.table())));
        if (!EXPIRES_AT.equals(expiry().attributeName())) {
            calls.call("let old items expire", () -> calls.client()
                    .updateTimeToLive(request -> request.tableName(calls.table())
                            .timeToLiveSpecification(
                                    ttl -> ttl.attributeName(EXPIRES_AT).enabled(true))));
        }
    }

    /** True if the table is there. */
    public boolean exists() {
        return description().isPresent();
    }

    /** What keeps the table from being used, or would make it grow for ever; empty if it is as it should be. */
    public List<String> problems() {
        Optional<TableDescription> description = description();
        if (description.isEmpty()) {
            return List.of("there is no table " + calls.table());
        }
        List<String> problems = new ArrayList<>();
        TableStatus status = description.get().tableStatus();
        if (status != TableStatus.ACTIVE && status != TableStatus.UPDATING) {
            problems.add("table " + calls.table() + " is " + description.get().tableStatusAsString());
        }
        if (!keys(description.get()).equals("pk HASH S, sk RANGE S")) {
            problems.add("table " + calls.table() + " has the keys " + keys(description.get())
                    + "; it needs pk HASH S, sk RANGE S");
        }
        if (!EXPIRES_AT.equals(expiry().attributeName())) {
            problems.add("table " + calls.table() + " keeps recorded decisions for ever: its time to live is not on "
                    + EXPIRES_AT);
        }
        return problems;
    }

    private static String keys(TableDescription description) {
        Map<String, String> types = description.attributeDefinitions().stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        return description.keySchema().stream()
                .map(key -> key.attributeName() + " " + key.keyTypeAsString() + " " + types.get(key.attributeName()))
                .collect(Collectors.joining(", "));
    }

    private Optional<TableDescription> description() {
        return calls.call("look for the table", () -> {
            try {
                return Optional.of(calls.client()
                        .describeTable(request -> request.tableName(calls.table()))
                        .table());
            } catch (ResourceNotFoundException ignored) {
                return Optional.empty();
            }
        });
    }

    private TimeToLiveDescription expiry() {
        return calls.call("read the table's time to live", () -> calls.client()
                .describeTimeToLive(request -> request.tableName(calls.table()))
                .timeToLiveDescription());
    }

    private CreateTableRequest definition() {
        return CreateTableRequest.builder()
                .tableName(calls.table())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(Keys.PARTITION), text(Keys.SORT))
                .keySchema(key(Keys.PARTITION, KeyType.HASH), key(Keys.SORT, KeyType.RANGE))
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
