package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How operations and locks lie in a DynamoDB table with the keys {@code pk} and {@code sk}. Operations are one
 * partition, so that a query gives them by time; the document is JSON, the other attributes are for people who look.
 */
final class JournalItems {

    /** DynamoDB's limit for an item is 400 KB, names included; this leaves some for the other attributes. */
    static final int MOST_BYTES = 390_000;

    /** What an operation may take when it begins, since its outcomes are still to come. */
    static final int MOST_BYTES_AT_START = 340_000;

    static final String ALL_OPERATIONS = "pk = :pk";
    static final Map<String, AttributeValue> ALL_OPERATIONS_VALUES = Map.of(":pk", text("operations"));

    private static final Duration KEPT = Duration.ofDays(365);
    private static final String DOCUMENT = "document";
    private static final String OPERATION = "operation";

    private final String table;

    JournalItems(String table) {
        this.table = table;
    }

    /**
     * What must hold of the stored operation.
     *
     * @param expression in DynamoDB's language
     * @param version the version that it must have; empty if there must be none
     */
    record Condition(String expression, Optional<Long> version) {}

    static Condition isNew() {
        return new Condition("attribute_not_exists(sk)", Optional.empty());
    }

    static Condition isAt(long version) {
        return new Condition("version = :version", Optional.of(version));
    }

    /**
     * Both items in one request. The SDK gives each call a token, which makes its own retries harmless; a token made
     * from the content would call a write a success that was superseded since.
     *
     * @param mayHold an operation besides {@code next} that may hold the resource without being in the way
     */
    TransactWriteItemsRequest transaction(Operation next, Condition condition, OperationId mayHold) {
        return TransactWriteItemsRequest.builder()
                .transactItems(putOperation(next, condition), lock(next, mayHold))
                .build();
    }

    private TransactWriteItem putOperation(Operation next, Condition condition) {
        Map<String, AttributeValue> item = new HashMap<>(key(next.id()));
        item.put(DOCUMENT, text(OperationJson.write(next)));
        item.put("version", number(next.version()));
        item.put("state", text(next.state().name()));
        item.put("resource", text(place(next.target(), next.resource())));
        item.put("updatedAt", text(next.updatedAt().toString()));
        if (!next.state().open()) {
            item.put("expiresAt", number(next.updatedAt().plus(KEPT).getEpochSecond()));
        }
        Map<String, AttributeValue> values = condition
                .version()
                .map(version -> Map.of(":version", number(version)))
                .orElse(null);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(condition.expression())
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** An open operation takes or keeps the lock, a closed one gives it up; neither touches another's. */
    private TransactWriteItem lock(Operation next, OperationId mayHold) {
        Map<String, AttributeValue> key = key(next.target(), next.resource());
        Map<String, AttributeValue> values =
                Map.of(":mine", text(next.id().value()), ":mayHold", text(mayHold.value()));
        if (!next.state().open()) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table)
                            .key(key)
                            .conditionExpression("attribute_not_exists(sk) OR #operation IN (:mine, :mayHold)")
                            .expressionAttributeNames(Map.of("#operation", OPERATION))
                            .expressionAttributeValues(values)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .build();
        }
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(OPERATION, text(next.id().value()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(sk) OR #operation IN (:mine, :mayHold)")
                        .expressionAttributeNames(Map.of("#operation", OPERATION))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    static Map<String, AttributeValue> key(OperationId id) {
        return Map.of("pk", text("operations"), "sk", text(id.value()));
    }

    static Map<String, AttributeValue> key(Target target, ResourceId resource) {
        return Map.of("pk", text("locks"), "sk", text(place(target, resource)));
    }

    private static String place(Target target, ResourceId resource) {
        return target.account() + "/" + target.region() + "/" + resource;
    }

    static Optional<Operation> operation(Map<String, AttributeValue> item) {
        return item.containsKey(DOCUMENT)
                ? Optional.of(OperationJson.read(
                        "operation " + item.get("sk").s(), item.get(DOCUMENT).s()))
                : Optional.empty();
    }

    static OperationId holder(Map<String, AttributeValue> lock) {
        return new OperationId(lock.get(OPERATION).s());
    }

    static boolean conditionFailed(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    /** True if nothing but other writers' traffic was in the way. */
    static boolean collided(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .allMatch(Set.of("None", "TransactionConflict")::contains);
    }

    /** A cancellation for a reason other than a condition. */
    static AgentctlException refused(Operation operation, TransactionCanceledException cancelled) {
        Set<String> codes = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> !code.equals("None"))
                .collect(Collectors.toSet());
        boolean busy = Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")
                .containsAll(codes);
        return new AgentctlException(
                busy ? ErrorCode.THROTTLED : ErrorCode.FAILED,
                "operation " + operation.id() + " could not be written to the journal: " + String.join(", ", codes),
                busy ? "try again in a minute" : "",
                cancelled.requestId(),
                cancelled);
    }

    /** Refuses what DynamoDB would refuse, in words that help. */
    static void requireRoom(Operation operation, int most) {
        int bytes = OperationJson.write(operation).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > most) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "operation " + operation.id() + " on " + operation.resource() + " needs " + bytes
                            + " bytes in the journal; a DynamoDB item has room for " + most,
                    "make what is written smaller (a task definition with fewer containers), or keep the journal in"
                            + " files");
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
