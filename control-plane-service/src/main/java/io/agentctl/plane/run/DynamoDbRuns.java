package io.agentctl.plane.run;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Runs in the team's table, where every instance finds them: an item for each run, one that puts it in its place among
 * the newest, and, until it is over, one that says that it is open. The first and the last change in one transaction.
 */
public final class DynamoDbRuns implements RunStore {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration EVENTS_KEPT = Duration.ofDays(7);
    private static final int CALLS_IN_FLIGHT = 16;
    private static final int ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final String RUNS = "runs";
    private static final String BY_TIME = "runs-by-time";
    private static final String OPEN = "runs-open";
    private static final String STOPS = "runs-to-stop";
    private static final String EVENTS = "run-events#";
    private static final String DOCUMENT = "document";

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /** Keeps runs in a table with the keys {@code pk} and {@code sk}. */
    public DynamoDbRuns(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Run create(Run run) {
        Run first = run.atVersion(1);
        boolean written = transact(
                "keep run " + run.id(),
                put(item(first), "attribute_not_exists(sk)", Map.of()),
                put(marker(BY_TIME, place(run), run.id(), KEPT)),
                put(marker(OPEN, run.id().value(), run.id(), KEPT)));
        return written ? first : find(run.id()).orElseThrow(() -> RunConflict.of(run));
    }

    @Override
    public Run save(Run run) {
        Run next = run.atVersion(run.version() + 1);
        TransactWriteItem write = put(
                item(next),
                "version = :version",
                Map.of(":version", AttributeValue.fromN(Long.toString(run.version()))));
        boolean written = next.over()
                ? transact("keep the end of " + run.id(), write, delete(OPEN, run.id()), delete(STOPS, run.id()))
                : transact("keep " + run.id(), write);
        if (!written && !find(run.id()).equals(Optional.of(next))) {
            throw RunConflict.of(run);
        }
        return next;
    }

    @Override
    public Optional<Run> find(RunId id) {
        Map<String, AttributeValue> item = call("read run " + id, () -> client.getItem(request ->
                        request.tableName(table).key(key(RUNS, id.value())).consistentRead(true))
                .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(run(item));
    }

    @Override
    public RunPage newest(Optional<String> after, int most) {
        QueryResponse page = call(
                "list runs",
                () -> client.query(request -> request.tableName(table)
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(most)
                        .exclusiveStartKey(
                                after.map(place -> key(BY_TIME, place)).orElse(null))
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(BY_TIME)))));
        List<Run> runs = page.items().stream()
                .map(marker -> readable(marker.get("run").s()))
                .flatMap(Optional::stream)
                .map(Run::brief)
                .toList();
        return new RunPage(
                runs, Optional.ofNullable(page.lastEvaluatedKey().get("sk")).map(AttributeValue::s));
    }

    @Override
    public List<Run> open() {
        return all("list open runs", OPEN).stream()
                .map(marker -> readable(marker.get("sk").s()))
                .flatMap(Optional::stream)
                .filter(run -> !run.over())
                .toList();
    }

    /** Nothing for one that an instance of a later version keeps, which is left to it. */
    private Optional<Run> readable(String id) {
        try {
            return find(new RunId(id));
        } catch (AgentctlException refused) {
            if (refused.code() != ErrorCode.BAD_DOCUMENT) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    @Override
    public void append(RunId id, long number, ProgressEvent event) {
        Map<String, AttributeValue> item = new HashMap<>(key(EVENTS + id, "%012d".formatted(number)));
        item.put(DOCUMENT, AttributeValue.fromB(Documents.packed(RecordTree.of(event))));
        item.put("expiresAt", expiry(EVENTS_KEPT));
        call(
                "keep what happened in " + id,
                () -> client.putItem(request -> request.tableName(table).item(item)));
    }

    @Override
    public List<Progressed> events(RunId id, long after) {
        return call("read what happened in " + id, () -> client
                        .queryPaginator(request -> request.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk AND sk > :after")
                                .expressionAttributeValues(
                                        Map.of(":pk", text(EVENTS + id), ":after", text("%012d".formatted(after)))))
                        .items()
                        .stream()
                        .toList())
                .stream()
                .map(item -> new Progressed(
                        Long.parseLong(item.get("sk").s()),
                        RecordReader.read(Documents.unpacked(item.get(DOCUMENT).b()), ProgressEvent.class)))
                .toList();
    }

    @Override
    public void askToStop(RunId id) {
        call(
                "ask " + id + " to stop",
                () -> client.putItem(
                        request -> request.tableName(table).item(marker(STOPS, id.value(), id, EVENTS_KEPT))));
    }

    @Override
    public List<RunId> stopsAsked() {
        return all("list runs to stop", STOPS).stream()
                .map(marker -> new RunId(marker.get("sk").s()))
                .toList();
    }

    private List<Map<String, AttributeValue>> all(String doing, String partition) {
        return call(doing, () -> client
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(partition))))
                .items()
                .stream()
                .toList());
    }

    /**
     * False if a condition did not hold; an answer that was lost is found out by who asked. A transaction that met
     * another one on the same item is made again.
     */
    private boolean transact(String doing, TransactWriteItem... writes) {
        return call(doing, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    client.transactWriteItems(request -> request.transactItems(writes));
                    return true;
                } catch (TransactionCanceledException refused) {
                    if (refused.cancellationReasons().stream()
                            .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                        return false;
                    }
                    if (attempt == ATTEMPTS || !Cancellation.never().sleep(PAUSE.multipliedBy(attempt))) {
                        throw refused;
                    }
                }
            }
        });
    }

    private Map<String, AttributeValue> item(Run run) {
        Map<String, AttributeValue> item = new HashMap<>(key(RUNS, run.id().value()));
        item.put(DOCUMENT, AttributeValue.fromB(Documents.packed(RunDocument.write(run))));
        item.put("version", AttributeValue.fromN(Long.toString(run.version())));
        item.put("state", text(run.standing().state().name()));
        item.put("expiresAt", expiry(KEPT));
        return item;
    }

    private static Run run(Map<String, AttributeValue> item) {
        return RunDocument.read(Documents.unpacked(item.get(DOCUMENT).b()));
    }

    private Map<String, AttributeValue> marker(String partition, String place, RunId id, Duration kept) {
        Map<String, AttributeValue> item = new HashMap<>(key(partition, place));
        item.put("run", text(id.value()));
        item.put("expiresAt", expiry(kept));
        return item;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private TransactWriteItem put(
            Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values))
                .build();
    }

    private TransactWriteItem delete(String partition, RunId id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key(partition, id.value())))
                .build();
    }

    private AttributeValue expiry(Duration kept) {
        Instant at = clock.instant().plus(kept);
        return AttributeValue.fromN(Long.toString(at.getEpochSecond()));
    }

    private static String place(Run run) {
        return run.asked().at() + "/" + run.id();
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", text(partition), "sk", text(sort));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private <T> T call(String doing, Supplier<T> call) {
        return calls.call(doing + " in table " + table, call);
    }
}
