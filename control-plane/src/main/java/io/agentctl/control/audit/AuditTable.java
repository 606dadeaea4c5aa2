package io.agentctl.control.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The audit log of a project, in the table that it shares: a partition for each day, so that no day grows too large to
 * be read, and an item for each entry. Nothing here changes or deletes one; the table's IAM policy should not either.
 */
public final class AuditTable implements AuditLog, AuditReader {

    private static final int CALLS_IN_FLIGHT = 16;
    private static final int PAGE = 100;
    private static final int RANDOM_BYTES = 6;
    private static final int MOST_ATTEMPTS = 3;
    private static final String DOCUMENT = "document";
    private static final DateTimeFormatter KEY = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Supplier<DynamoDbClient> client;
    private final String table;
    private final RandomGenerator random;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /**
     * Makes it, and calls nothing.
     *
     * @param table with the keys {@code pk} and {@code sk}
     * @param random tells entries of one millisecond apart
     */
    public AuditTable(Supplier<DynamoDbClient> client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    /**
     * What is there stays. A key that is taken is this entry's own, whose first answer was lost, or another is drawn.
     */
    @Override
    public void write(AuditEntry entry) {
        String partition = partition(entry.at().atZone(ZoneOffset.UTC).toLocalDate());
        String document = JsonText.write(RecordTree.of(entry));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String key = key(entry);
            if (put(partition, key, document) || document.equals(document(partition, key))) {
                return;
            }
        }
        throw new AgentctlException(
                ErrorCode.FAILED, "the audit log in table " + table + " has no place for an entry", "Try again.");
    }

    private String key(AuditEntry entry) {
        byte[] tail = new byte[RANDOM_BYTES];
        random.nextBytes(tail);
        return KEY.format(entry.at()) + "-" + HexFormat.of().formatHex(tail);
    }

    private boolean put(String partition, String key, String document) {
        return calls.call("write the audit log in table " + table, () -> {
            try {
                client.get().putItem(put -> put.tableName(table)
                        .item(Map.of("pk", text(partition), "sk", text(key), DOCUMENT, text(document)))
                        .conditionExpression("attribute_not_exists(sk)"));
                return true;
            } catch (ConditionalCheckFailedException ignored) {
                return false;
            }
        });
    }

    private String document(String partition, String key) {
        return calls.call("read the audit log in table " + table, () -> client.get()
                .getItem(get -> get.tableName(table)
                        .key(Map.of("pk", text(partition), "sk", text(key)))
                        .consistentRead(true))
                .item()
                .get(DOCUMENT)
                .s());
    }

    @Override
    public Stream<Placed> newestFirst(LocalDate day, String before) {
        return Stream.iterate(
                        page(day, before, Map.of()), QueryResponse::hasItems, page -> following(day, before, page))
                .flatMap(page -> page.items().stream())
                .map(AuditTable::placed);
    }

    /** An answer without items, not even an empty list, ends the stream. */
    private QueryResponse following(LocalDate day, String before, QueryResponse page) {
        return page.lastEvaluatedKey().isEmpty()
                ? QueryResponse.builder().build()
                : page(day, before, page.lastEvaluatedKey());
    }

    private QueryResponse page(LocalDate day, String before, Map<String, AttributeValue> after) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(PAGE);
        if (before.isEmpty()) {
            query.keyConditionExpression("pk = :pk").expressionAttributeValues(Map.of(":pk", text(partition(day))));
        } else {
            query.keyConditionExpression("pk = :pk AND sk < :before")
                    .expressionAttributeValues(Map.of(":pk", text(partition(day)), ":before", text(before)));
        }
        if (!after.isEmpty()) {
            query.exclusiveStartKey(after);
        }
        return calls.call(
                "read the audit log in table " + table, () -> client.get().query(query.build()));
    }

    private static Placed placed(Map<String, AttributeValue> item) {
        String key = item.get("sk").s();
        JsonNode document =
                JsonText.read("audit entry " + key, item.get(DOCUMENT).s());
        return new Placed(key, RecordReader.read(document, AuditEntry.class));
    }

    private static String partition(LocalDate day) {
        return "audit#" + day;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
