package io.agentctl.control.performance.shared;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import io.agentctl.control.performance.Pieces;
import io.agentctl.control.performance.history.KeptResult;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.history.ResultName;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The history that a team shares, in the table of its journal: a partition of results, compressed and cut to items. */
public final class TableHistory implements ResultHistory {

    private static final int CALLS_IN_FLIGHT = 4;
    private static final AttributeValue PARTITION = AttributeValue.fromS("load-results");

    private final Supplier<DynamoDbClient> client;
    private final String table;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /** Keeps them in a table with the keys {@code pk} and {@code sk}. */
    public TableHistory(Supplier<DynamoDbClient> client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public String place() {
        return "table " + table;
    }

    @Override
    public String keep(LoadResult result) {
        String name = ResultName.of(result);
        List<byte[]> pieces = Pieces.of(RecordTree.document(result).toString());
        for (int index = 0; index < pieces.size(); index++) {
            Map<String, AttributeValue> item = Map.of(
                    "pk",
                    PARTITION,
                    "sk",
                    AttributeValue.fromS(name + String.format(Locale.ROOT, "#%04d", index)),
                    "name",
                    AttributeValue.fromS(name),
                    "pieces",
                    AttributeValue.fromN(Integer.toString(pieces.size())),
                    "bytes",
                    AttributeValue.fromB(SdkBytes.fromByteArray(pieces.get(index))));
            calls.call("keep a result in table " + table, () -> client.get()
                    .putItem(request -> request.tableName(table).item(item)));
        }
        return name;
    }

    @Override
    public Contents read() {
        Map<String, List<Map<String, AttributeValue>>> byName = new TreeMap<>();
        calls.call("read the results in table " + table, () -> {
            client.get()
                    .queryPaginator(request -> request.tableName(table)
                            .consistentRead(true)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", PARTITION)))
                    .items()
                    .forEach(item -> byName.computeIfAbsent(item.get("name").s(), ignored -> new ArrayList<>())
                            .add(item));
            return byName;
        });
        List<KeptResult> results = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        byName.forEach((name, items) -> {
            try {
                results.add(new KeptResult(name, LoadResultReader.read(place() + ", " + name, text(items))));
            } catch (AgentctlException | UncheckedIOException unreadable) {
                passedOver.add(unreadable.getMessage());
            }
        });
        results.sort(Comparator.comparing(kept -> kept.result().started()));
        return new Contents(results, passedOver);
    }

    /** A result that is being written has not all of its pieces yet, and reads as damaged. */
    private static String text(List<Map<String, AttributeValue>> items) {
        return Pieces.text(
                items.stream().map(item -> item.get("bytes").b().asByteArray()).toList());
    }
}
