package io.agentctl.plane.run;

import io.agentctl.control.aws.ApiCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which instances of the control plane are alive: each says so in the table every few seconds, by its own clock, and is
 * taken for lost once it has been silent for a while by the reader's.
 */
public final class Instances {

    /** How often an instance says that it is alive. */
    static final Duration BEAT = Duration.ofSeconds(2);

    /** How long an instance may be silent: several beats, and a grace for clocks that differ. */
    static final Duration SILENCE = Duration.ofSeconds(8);

    private static final String PARTITION = "instances";
    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final ApiCalls calls = new ApiCalls(2);

    public Instances(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /** Says that one is alive. */
    public void beat(String instance) {
        Instant now = clock.instant();
        Map<String, AttributeValue> item = Map.of(
                "pk", AttributeValue.fromS(PARTITION),
                "sk", AttributeValue.fromS(instance),
                "aliveAt", AttributeValue.fromS(now.toString()),
                "expiresAt", AttributeValue.fromN(Long.toString(now.plus(KEPT).getEpochSecond())));
        calls.call(
                "say in table " + table + " that this instance is alive",
                () -> client.putItem(request -> request.tableName(table).item(item)));
    }

    /** Says that one stops of its own accord; what it leaves behind need not wait. */
    public void leave(String instance) {
        calls.call(
                "say in table " + table + " that this instance stops",
                () -> client.deleteItem(request -> request.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS(PARTITION), "sk", AttributeValue.fromS(instance)))));
    }

    /** Those that were heard of lately. */
    public Set<String> alive() {
        Instant since = clock.instant().minus(SILENCE);
        return calls.call("read from table " + table + " which instances are alive", () -> client
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(PARTITION))))
                .items()
                .stream()
                .filter(item -> Instant.parse(item.get("aliveAt").s()).isAfter(since))
                .map(item -> item.get("sk").s())
                .collect(Collectors.toSet()));
    }
}
