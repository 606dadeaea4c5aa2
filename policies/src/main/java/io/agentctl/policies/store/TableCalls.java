package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Speaks to one table: reads by key and by query, writes in transactions, failures translated. */
final class TableCalls {

    /** Attempts at a transaction that met another one; each waits longer than the one before. */
    private static final int MOST_ATTEMPTS = 10;

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String FAILED = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;
    private final String table;

    TableCalls(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    String table() {
        return table;
    }

    /** An item, or an empty map. */
    Map<String, AttributeValue> get(String doing, Map<String, AttributeValue> key, Reading reading) {
        return call(doing, () -> client.getItem(
                        request -> request.tableName(table).key(key).consistentRead(reading == Reading.CONSISTENT))
                .item());
    }

    /** All items that a query finds, page after page as they are consumed. */
    Stream<Map<String, AttributeValue>> query(String doing, QueryRequest query) {
        QueryRequest named = query.toBuilder().tableName(table).build();
        return Stream.iterate(page(doing, named), QueryResponse::hasItems, page -> following(doing, named, page))
                .flatMap(page -> page.items().stream());
    }

    /** An answer without items, not even an empty list, ends the stream. */
    private QueryResponse following(String doing, QueryRequest query, QueryResponse page) {
        return page.lastEvaluatedKey().isEmpty()
                ? QueryResponse.builder().build()
                : page(
                        doing,
                        query.toBuilder()
                                .exclusiveStartKey(page.lastEvaluatedKey())
                                .build());
    }

    private QueryResponse page(String doing, QueryRequest query) {
        return call(doing, () -> client.query(query));
    }

    /** A call of another kind. */
    <T> T call(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw translated(doing, failure);
        }
    }

    DynamoDbClient client() {
        return client;
    }

    /**
     * Writes all items or none.
     *
     * @param ours looks whether the table holds what this transaction writes: asked when the answer was lost, or says
     *     that a condition does not hold, which is also what a repetition of a write hears that took effect
     * @return false if a condition does not hold, and the table does not hold what was to be written
     */
    boolean transact(String doing, List<TransactWriteItem> items, BooleanSupplier ours) {
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder().transactItems(items).build();
        SdkException last = null;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                client.transactWriteItems(request);
                return true;
            } catch (TransactionCanceledException cancelled) {
                if (conditionFailed(cancelled)) {
                    return ours.getAsBoolean();
                }
                if (!passing(cancelled)) {
                    throw translated(doing, cancelled);
                }
                last = cancelled;
            } catch (TransactionInProgressException meeting) {
                last = meeting;
            } catch (SdkException inDoubt) {
                return inDoubt(doing, inDoubt, ours);
            }
            pause(doing, attempt);
        }
        return inDoubt(doing, last, ours);
    }

    private boolean inDoubt(String doing, SdkException failure, BooleanSupplier ours) {
        PolicyException reason = translated(doing, failure);
        try {
            if (ours.getAsBoolean()) {
                return true;
            }
        } catch (PolicyException unreadable) {
            reason.addSuppressed(unreadable);
        }
        throw reason;
    }

    private static boolean conditionFailed(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(FAILED::equals);
    }

    private static boolean passing(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .allMatch(PASSING::contains);
    }

    /** Waits a random time, longer after each attempt. */
    static void pause(String doing, int attempt) {
        long most = PAUSE.toMillis() * attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PolicyException(
                    PolicyException.Kind.UNREACHABLE, "interrupted before it could " + doing, "", interrupted);
        }
    }

    private PolicyException translated(String doing, SdkException failure) {
        if (failure instanceof ResourceNotFoundException) {
            return new PolicyException(
                    PolicyException.Kind.NOT_FOUND,
                    "there is no table " + table + " for policies",
                    "create it with the first: agentctl policy publish",
                    failure);
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new PolicyException(
                PolicyException.Kind.UNREACHABLE,
                "could not " + doing + " in table " + table + ": " + message,
                "try again",
                failure);
    }
}
