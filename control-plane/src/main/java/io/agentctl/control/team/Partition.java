package io.agentctl.control.team;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** One partition of the project's table. All reads are consistent. Thread-safe. */
public final class Partition {

    private static final int CALLS_IN_FLIGHT = 16;
    private static final int PAGE = 100;
    private static final String DOCUMENT = "document";
    private static final String VERSION = "version";
    private static final String EXPIRES = "expiresAt";

    private final Supplier<DynamoDbClient> client;
    private final String table;
    private final String name;
    private final ApiCalls calls;

    /**
     * Makes it, and calls nothing.
     *
     * @param table with the keys {@code pk} and {@code sk}
     * @param name the value of {@code pk}
     */
    public Partition(Supplier<DynamoDbClient> client, String table, String name) {
        this(client, table, name, new ApiCalls(CALLS_IN_FLIGHT));
    }

    /** The same, with a way to DynamoDB that is shared with others. */
    public Partition(Supplier<DynamoDbClient> client, String table, String name, ApiCalls calls) {
        this.client = client;
        this.table = table;
        this.name = name;
        this.calls = calls;
    }

    /**
     * Writes a version of a record on the condition that the one before it is there, or for the first that there is
     * none. A write whose answer was lost, and which is therefore made again, counts as made.
     *
     * @return false if the condition does not hold
     */
    public boolean write(Entry entry) {
        boolean written = call("write", () -> {
            try {
                client.get().putItem(request(entry));
                return true;
            } catch (ConditionalCheckFailedException ignored) {
                return false;
            }
        });
        return written || find(entry.key()).filter(entry::equals).isPresent();
    }

    private PutItemRequest request(Entry entry) {
        Map<String, AttributeValue> item = new HashMap<>(key(entry.key()));
        item.put(DOCUMENT, text(entry.document()));
        item.put(VERSION, number(entry.version()));
        entry.expiresAt().ifPresent(end -> item.put(EXPIRES, number(end.getEpochSecond())));
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item);
        return entry.version() == 1
                ? put.conditionExpression("attribute_not_exists(sk)").build()
                : put.conditionExpression("version = :before")
                        .expressionAttributeValues(Map.of(":before", number(entry.version() - 1)))
                        .build();
    }

    /** A record, expired or not. */
    public Optional<Entry> find(String key) {
        Map<String, AttributeValue> item = call("read", () -> client.get()
                .getItem(request -> request.tableName(table).key(key(key)).consistentRead(true))
                .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(entry(item));
    }

    /** All records in the order of their keys, expired or not. */
    public List<Entry> all() {
        return call("read", () -> client
                .get()
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(name))))
                .items()
                .stream()
                .map(Partition::entry)
                .toList());
    }

    /**
     * Records from the last key to the first, read a page at a time as they are needed.
     *
     * @param before only those with a smaller key; empty for all
     */
    public Stream<Entry> lastFirst(String before) {
        return Stream.iterate(page(before, Map.of()), QueryResponse::hasItems, page -> following(before, page))
                .flatMap(page -> page.items().stream())
                .map(Partition::entry);
    }

    /** An answer without items, not even an empty list, ends the stream. */
    private QueryResponse following(String before, QueryResponse page) {
        return page.lastEvaluatedKey().isEmpty()
                ? QueryResponse.builder().build()
                : page(before, page.lastEvaluatedKey());
    }

    private QueryResponse page(String before, Map<String, AttributeValue> after) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", text(name)));
        if (!before.isEmpty()) {
            values.put(":before", text(before));
        }
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(PAGE)
                .keyConditionExpression("pk = :pk" + (before.isEmpty() ? "" : " AND sk < :before"))
                .expressionAttributeValues(values)
                .exclusiveStartKey(after.isEmpty() ? null : after)
                .build();
        return call("read", () -> client.get().query(query));
    }

    /** Deletes a record; says whether it was there, which after a lost answer it no longer is. */
    public boolean delete(String key) {
        return call("delete from", () -> {
            try {
                client.get()
                        .deleteItem(request ->
                                request.tableName(table).key(key(key)).conditionExpression("attribute_exists(sk)"));
                return true;
            } catch (ConditionalCheckFailedException ignored) {
                return false;
            }
        });
    }

    private <T> T call(String doing, Supplier<T> call) {
        return calls.call(doing + " " + name + " in table " + table, () -> {
            try {
                return call.get();
            } catch (ResourceNotFoundException missing) {
                throw new AgentctlException(
                        ErrorCode.BAD_CONFIGURATION,
                        "there is no table " + table + " for " + name,
                        "Create it, or run a single instance that keeps them in its memory.",
                        missing.requestId(),
                        missing);
            }
        });
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        return new Entry(
                item.get("sk").s(),
                item.get(DOCUMENT).s(),
                Long.parseLong(item.get(VERSION).n()),
                Optional.ofNullable(item.get(EXPIRES)).map(end -> Instant.ofEpochSecond(Long.parseLong(end.n()))));
    }

    private Map<String, AttributeValue> key(String key) {
        return Map.of("pk", text(name), "sk", text(key));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
