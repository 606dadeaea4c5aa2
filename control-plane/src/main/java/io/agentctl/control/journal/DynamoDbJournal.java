package io.agentctl.control.journal;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The journal that a team shares. An operation and the lock on its resource change in one transaction, on the condition
 * that the operation's version and the lock's holder are as they were read.
 */
public final class DynamoDbJournal implements Journal {

    private static final int CALLS_IN_FLIGHT = 8;
    private static final int PAGE = 50;
    /** Attempts at a transaction that met another one; each waits longer than the one before. */
    private static final int MOST_ATTEMPTS = 6;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbClient client;
    private final JournalItems items;
    private final String table;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /** Keeps the journal in a table as {@link JournalTable} makes it. */
    public DynamoDbJournal(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.items = new JournalItems(table);
    }

    @Override
    public Operation begin(Operation operation) {
        JournalItems.requireRoom(operation, JournalItems.MOST_BYTES_AT_START);
        Operation first = operation.atVersion(1);
        return write(first, JournalItems.isNew(), operation.id());
    }

    @Override
    public Operation save(Operation operation) {
        JournalItems.requireRoom(operation, JournalItems.MOST_BYTES);
        Operation next = operation.atVersion(operation.version() + 1);
        return write(next, JournalItems.isAt(operation.version()), operation.id());
    }

    /** Writes both items, or decodes why not. A lock whose operation is over or lost is no lock. */
    private Operation write(Operation next, JournalItems.Condition condition, OperationId mayHold) {
        Optional<TransactionCanceledException> cancelled = transact(next, condition, mayHold);
        if (cancelled.isEmpty()) {
            return next;
        }
        List<CancellationReason> reasons = cancelled.get().cancellationReasons();
        if (JournalItems.conditionFailed(reasons.get(0))) {
            return mine(next, condition, JournalItems.operation(reasons.get(0).item()));
        }
        if (JournalItems.conditionFailed(reasons.get(1))) {
            OperationId holderId = JournalItems.holder(reasons.get(1).item());
            Optional<Operation> holder = find(holderId);
            if (holder.isEmpty() || !holder.get().state().open()) {
                return write(next, condition, holderId);
            }
            throw Conflicts.held(holder.get());
        }
        throw JournalItems.refused(next, cancelled.get());
    }

    /** A write that took effect while its answer was lost looks like a conflict, but with itself. */
    private static Operation mine(Operation next, JournalItems.Condition condition, Optional<Operation> stored) {
        if (stored.isPresent() && stored.get().equals(next)) {
            return next;
        }
        if (stored.isEmpty()) {
            throw Conflicts.vanished(next.id());
        }
        throw condition.version().isEmpty() ? Conflicts.taken(next.id()) : Conflicts.superseded(stored.get());
    }

    /** Two transactions that touch one item at once cancel each other; then somebody has to try again. */
    private Optional<TransactionCanceledException> transact(
            Operation next, JournalItems.Condition condition, OperationId mayHold) {
        Optional<TransactionCanceledException> cancelled = Optional.empty();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            cancelled = attempt(items.transaction(next, condition, mayHold));
            if (cancelled.isEmpty() || !JournalItems.collided(cancelled.get())) {
                return cancelled;
            }
            pause(attempt);
        }
        return cancelled;
    }

    private static void pause(int attempt) {
        long most = PAUSE.toMillis() * attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentctlException(
                    ErrorCode.INTERRUPTED, "interrupted while it wrote the journal", "", null, interrupted);
        }
    }

    private Optional<TransactionCanceledException> attempt(TransactWriteItemsRequest request) {
        return call("write the journal", () -> {
            try {
                client.transactWriteItems(request);
                return Optional.empty();
            } catch (TransactionCanceledException cancelled) {
                return Optional.of(cancelled);
            }
        });
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return JournalItems.operation(get(JournalItems.key(id)));
    }

    @Override
    public Stream<Operation> newestFirst() {
        return Stream.iterate(page(Map.of()), QueryResponse::hasItems, this::following)
                .flatMap(page -> page.items().stream())
                .map(item -> JournalItems.operation(item).orElseThrow());
    }

    /** An answer without items, not even an empty list, ends the stream. */
    private QueryResponse following(QueryResponse page) {
        return page.lastEvaluatedKey().isEmpty() ? QueryResponse.builder().build() : page(page.lastEvaluatedKey());
    }

    private QueryResponse page(Map<String, AttributeValue> after) {
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(PAGE)
                .keyConditionExpression(JournalItems.ALL_OPERATIONS)
                .expressionAttributeValues(JournalItems.ALL_OPERATIONS_VALUES);
        if (!after.isEmpty()) {
            request.exclusiveStartKey(after);
        }
        return call("read the journal", () -> client.query(request.build()));
    }

    @Override
    public Optional<Operation> holder(Target target, ResourceId resource) {
        Map<String, AttributeValue> lock = get(JournalItems.key(target, resource));
        return lock.isEmpty()
                ? Optional.empty()
                : find(JournalItems.holder(lock))
                        .filter(operation -> operation.state().open());
    }

    private Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return call("read the journal", () -> client.getItem(
                        request -> request.tableName(table).key(key).consistentRead(true))
                .item());
    }

    private <T> T call(String doing, Supplier<T> call) {
        return calls.call(doing + " in table " + table, () -> {
            try {
                return call.get();
            } catch (ResourceNotFoundException missing) {
                throw new AgentctlException(
                        ErrorCode.BAD_CONFIGURATION,
                        "there is no table " + table + " for the journal",
                        "create it, or keep the journal in files",
                        missing.requestId(),
                        missing);
            }
        });
    }
}
