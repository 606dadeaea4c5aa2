package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** What is called over HTTP is counted as it is on AWS, and refused where nothing is left. */
class TableCallsIT {
    private static final String WORLD =
            """
            tables:
              - {name: shop, key: id, mode: provisioned, read: 2, write: 2,
                 indexes: [{name: by-state, key: state, read: 2, write: 2}]}
              - {name: free, key: id}
            """;
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox = Sandbox.start(
            World.parse("history: 1h\n" + WORLD, Path.of("")),
            SandboxOptions.usual().withClock(clock));
    private final DynamoDbClient dynamoDb = Clients.of(
            DynamoDbClient.builder()
                    .overrideConfiguration(configuration -> configuration.retryStrategy(RetryMode.LEGACY)),
            sandbox);

    @AfterEach
    void stop() {
        dynamoDb.close();
        sandbox.close();
    }

    @Test
    void unitsRequestsAndItemsAreCounted() {
        put("free", 3);
        for (int i = 0; i < 4; i++) {
            dynamoDb.getItem(request -> request.tableName("free").key(key(0)).consistentRead(true));
        }
        dynamoDb.scan(request -> request.tableName("free"));
        clock.advance(Duration.ofMinutes(1));

        assertThat(sum("ConsumedWriteCapacityUnits", Map.of("TableName", "free")))
                .isEqualTo(3);
        assertThat(sum("ConsumedReadCapacityUnits", Map.of("TableName", "free")))
                .isEqualTo(4.5);
        assertThat(sum("ReturnedItemCount", Map.of("TableName", "free", "Operation", "Scan")))
                .isEqualTo(3);
        assertThat(statistic(
                        "SuccessfulRequestLatency", "SampleCount", Map.of("TableName", "free", "Operation", "GetItem")))
                .isEqualTo(4);
    }

    @Test
    void anIndexIsCountedApart() {
        put("shop", 5);
        clock.advance(Duration.ofMinutes(1));

        assertThat(sum("ConsumedWriteCapacityUnits", Map.of("TableName", "shop")))
                .isEqualTo(5);
        assertThat(sum(
                        "ConsumedWriteCapacityUnits",
                        Map.of("TableName", "shop", "GlobalSecondaryIndexName", "by-state")))
                .isEqualTo(5);
    }

    @Test
    void whatWasConsumedIsToldAsItIsAskedFor() {
        put("shop", 1);

        assertThat(dynamoDb.getItem(request -> request.tableName("shop").key(key(0)))
                        .consumedCapacity())
                .isNull();
        assertThat(dynamoDb.putItem(request -> request.tableName("shop")
                                .item(item(0))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                        .consumedCapacity())
                .satisfies(consumed -> {
                    assertThat(consumed.capacityUnits()).isGreaterThanOrEqualTo(1);
                    assertThat(consumed.table()).isNull();
                });
        assertThat(dynamoDb.query(request -> request.tableName("shop")
                                .keyConditionExpression("id = :id")
                                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS("0")))
                                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                        .consumedCapacity()
                        .table())
                .isNotNull();
    }

    @Test
    void whatIsNotProvidedForIsRefusedUntilTimeHasPassed() {
        // An hour of history has filled five minutes' worth: 600 units, and two for this second.
        for (int i = 0; i < 10; i++) {
            dynamoDb.putItem(request -> request.tableName("shop").item(large()));
        }
        assertThatThrownBy(() -> put("shop", 100)).isInstanceOf(ProvisionedThroughputExceededException.class);
        clock.advance(Duration.ofMinutes(1));

        assertThat(sum("WriteThrottleEvents", Map.of("TableName", "shop"))).isPositive();
        assertThat(sum("ThrottledRequests", Map.of("TableName", "shop", "Operation", "PutItem")))
                .isPositive();
        assertThat(sum("ConsumedWriteCapacityUnits", Map.of("TableName", "shop")))
                .isEqualTo(602);
        put("shop", 1);
    }

    private void put(String table, int items) {
        for (int i = 0; i < items; i++) {
            int number = i;
            dynamoDb.putItem(request -> request.tableName(table).item(item(number)));
        }
    }

    /** Takes 55 units to write. */
    private static Map<String, AttributeValue> large() {
        Map<String, AttributeValue> item = new TreeMap<>(key(1000));
        item.put("note", AttributeValue.fromS("x".repeat(56_000)));
        return item;
    }

    private static Map<String, AttributeValue> key(int number) {
        return Map.of("id", AttributeValue.fromS(Integer.toString(number)));
    }

    private static Map<String, AttributeValue> item(int number) {
        Map<String, AttributeValue> item = new TreeMap<>(key(number));
        item.put("state", AttributeValue.fromS("open"));
        return item;
    }

    private double sum(String metric, Map<String, String> dimensions) {
        return statistic(metric, "Sum", dimensions);
    }

    private double statistic(String metric, String statistic, Map<String, String> dimensions) {
        List<Dimension> named = new ArrayList<>();
        dimensions.forEach((name, value) ->
                named.add(Dimension.builder().name(name).value(value).build()));
        return sandbox
                .cloudWatch()
                .getMetricData(request -> request.startTime(NOW)
                        .endTime(NOW.plus(Duration.ofMinutes(1)))
                        .metricDataQueries(MetricDataQuery.builder()
                                .id("m")
                                .metricStat(
                                        stat -> stat.stat(statistic).period(60).metric(wanted -> wanted.namespace(
                                                        "AWS/DynamoDB")
                                                .metricName(metric)
                                                .dimensions(named)))
                                .build()))
                .metricDataResults()
                .getFirst()
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
