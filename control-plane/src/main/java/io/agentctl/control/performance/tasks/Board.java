package io.agentctl.control.performance.tasks;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.Pieces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where the tasks of one run meet who started them: a partition of the team's table. Each item has one writer, so
 * nothing needs conditions. Items expire after a day; whoever started the run removes them before.
 */
final class Board {

    private static final int CALLS_IN_FLIGHT = 8;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String ASSIGNMENT = "assignment";
    private static final String ORDERS = "orders";
    private static final String REPORT = "report#";

    private final Supplier<DynamoDbClient> client;
    private final String table;
    private final String run;
    private final Clock clock;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /** @param run names the run among all others */
    Board(Supplier<DynamoDbClient> client, String table, String run, Clock clock) {
        this.client = client;
        this.table = table;
        this.run = run;
        this.clock = clock;
    }

    void assign(Assignment assignment) {
        List<byte[]> pieces = Pieces.of(AssignmentJson.write(assignment));
        putPieces(ASSIGNMENT, pieces);
        put(ASSIGNMENT, Map.of("pieces", number(pieces.size())));
    }

    /** @throws AgentctlException NOT_FOUND if there is no such run */
    Assignment assignment() {
        Map<String, AttributeValue> item = item(ASSIGNMENT);
        if (item.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "table " + table + " has no load " + run,
                    "This is started by 'agentctl perf load --tasks', which removes what it is about when it ends.");
        }
        return AssignmentJson.read(
                pieces(ASSIGNMENT, Integer.parseInt(item.get("pieces").n())));
    }

    void order(Orders orders) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("beat", number(orders.beat()));
        item.put("stop", AttributeValue.fromBool(orders.stop()));
        orders.begin().ifPresent(begin -> item.put("begin", AttributeValue.fromS(begin.toString())));
        put(ORDERS, item);
    }

    Optional<Orders> orders() {
        Map<String, AttributeValue> item = item(ORDERS);
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Orders(
                        Long.parseLong(item.get("beat").n()),
                        Optional.ofNullable(item.get("begin")).map(begin -> Instant.parse(begin.s())),
                        item.get("stop").bool()));
    }

    void report(Report report) {
        put(
                REPORT + place(report.part()),
                Map.of(
                        "part", number(report.part()),
                        "state", AttributeValue.fromS(report.state().name()),
                        "detail", AttributeValue.fromS(report.detail()),
                        "code", AttributeValue.fromS(report.code()),
                        "sequence", number(report.sequence()),
                        "latency", AttributeValue.fromS(report.latency()),
                        "failed", number(report.failed()),
                        "pieces", number(report.chunks())));
    }

    /** The latest of each task that has reported. */
    List<Report> reports() {
        return calls.call("read how the tasks of a load are, in table " + table, () -> client
                .get()
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :report)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(partition()), ":report", AttributeValue.fromS(REPORT))))
                .items()
                .stream()
                .map(Board::read)
                .toList());
    }

    private static Report read(Map<String, AttributeValue> item) {
        return new Report(
                Integer.parseInt(item.get("part").n()),
                Report.State.valueOf(item.get("state").s()),
                item.get("detail").s(),
                item.get("code").s(),
                Long.parseLong(item.get("sequence").n()),
                item.get("latency").s(),
                Long.parseLong(item.get("failed").n()),
                Integer.parseInt(item.get("pieces").n()));
    }

    /** Leaves the result of a part, and says so. */
    void deliver(int part, String result) {
        List<byte[]> pieces = Pieces.of(result);
        putPieces("result#" + place(part), pieces);
        report(Report.done(part, pieces.size()));
    }

    String result(Report done) {
        return pieces("result#" + place(done.part()), done.chunks());
    }

    /** Removes all of the run. */
    void clear() {
        List<AttributeValue> keys = calls.call("list what is left of a load in table " + table, () -> client
                .get()
                .queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition())))
                        .projectionExpression("sk"))
                .items()
                .stream()
                .map(item -> item.get("sk"))
                .toList());
        for (AttributeValue key : keys) {
            calls.call("remove what is left of a load in table " + table, () -> client.get()
                    .deleteItem(request ->
                            request.tableName(table).key(Map.of("pk", AttributeValue.fromS(partition()), "sk", key))));
        }
    }

    private void putPieces(String name, List<byte[]> pieces) {
        for (int index = 0; index < pieces.size(); index++) {
            put(
                    name + "#" + place(index),
                    Map.of("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(pieces.get(index)))));
        }
    }

    private String pieces(String name, int count) {
        List<byte[]> pieces = IntStream.range(0, count)
                .mapToObj(index ->
                        item(name + "#" + place(index)).get("bytes").b().asByteArray())
                .toList();
        return Pieces.text(pieces);
    }

    private void put(String name, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key(name));
        item.put("expiresAt", number(clock.instant().plus(KEPT).getEpochSecond()));
        calls.call("write to table " + table, () -> client.get()
                .putItem(request -> request.tableName(table).item(item)));
    }

    private Map<String, AttributeValue> item(String name) {
        return calls.call("read table " + table, () -> client.get()
                .getItem(request -> request.tableName(table).key(key(name)).consistentRead(true))
                .item());
    }

    private Map<String, AttributeValue> key(String name) {
        return Map.of("pk", AttributeValue.fromS(partition()), "sk", AttributeValue.fromS(name));
    }

    private String partition() {
        return "load#" + run;
    }

    private static String place(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
