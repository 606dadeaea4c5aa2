package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** What CloudWatch tells of tables. */
class TableMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String WORLD =
            """
            history: 2d
            tables:
              - plain
              - {name: shop-carts, key: id, traffic: {reads: 10, writes: 4, scans: 0.5, noise: 0}}
              - name: shop-orders
                key: id
                mode: provisioned
                read: 10
                write: 10
                traffic: {reads: 20, writes: 5, noise: 0}
                indexes: [{name: by-state, key: state, read: 8, write: 10, traffic: {reads: 4, writes: 5, noise: 0}}]
            """;

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox = Sandbox.start(
            World.parse(WORLD, Path.of("")), SandboxOptions.usual().withClock(clock));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void anOnDemandTableUsesWhatIsWanted() {
        assertThat(sums("ConsumedReadCapacityUnits", 60, dimension("TableName", "shop-carts")))
                .hasSize(60)
                .allSatisfy(sum -> assertThat(sum).isEqualTo(600));
        assertThat(sums("ProvisionedReadCapacityUnits", 300, dimension("TableName", "shop-carts")))
                .isEmpty();
        assertThat(sums("ConsumedReadCapacityUnits", 60, dimension("TableName", "plain")))
                .isEmpty();
    }

    @Test
    void whatGoesBeyondTheProvisionedIsThrottled() {
        Dimension orders = dimension("TableName", "shop-orders");

        assertThat(sums("ConsumedReadCapacityUnits", 60, orders))
                .allSatisfy(sum -> assertThat(sum).isEqualTo(600));
        assertThat(sums("ReadThrottleEvents", 60, orders)).hasSize(60).allSatisfy(sum -> assertThat(sum)
                .isEqualTo(600));
        assertThat(sums("WriteThrottleEvents", 60, orders)).isEmpty();
        assertThat(sums("ProvisionedReadCapacityUnits", 60, orders)).hasSize(12).allSatisfy(level -> assertThat(level)
                .isEqualTo(10));
        assertThat(sums("ConsumedReadCapacityUnits", 60, orders, dimension("GlobalSecondaryIndexName", "by-state")))
                .allSatisfy(sum -> assertThat(sum).isEqualTo(240));
    }

    @Test
    void savedCapacityCarriesFiveMinutesOfIt() {
        sandbox.close();
        String burst =
                """
                tables:
                  - {name: bursty, key: id, mode: provisioned, read: 10, write: 1,
                     traffic: {reads: 5, noise: 0, burstFactor: 3, burstsPerDay: 48}}
                """;
        try (Sandbox other = Sandbox.start(
                World.parse(burst, Path.of("")), SandboxOptions.usual().withClock(clock))) {
            List<Double> used = values(other, "ConsumedReadCapacityUnits", 60, dimension("TableName", "bursty"));
            assertThat(used).contains(900.0);
            assertThat(used).allSatisfy(sum -> assertThat(sum).isBetween(300.0, 900.0));
        }
    }

    @Test
    void operationsShowScans() {
        Dimension carts = dimension("TableName", "shop-carts");

        assertThat(stat("SuccessfulRequestLatency", "SampleCount", carts, dimension("Operation", "Scan")))
                .allSatisfy(count -> assertThat(count).isEqualTo(2));
        assertThat(sums("ReturnedItemCount", 60, carts, dimension("Operation", "Scan")))
                .allSatisfy(items -> assertThat(items).isEqualTo(2048));
        assertThat(stat("SuccessfulRequestLatency", "SampleCount", carts, dimension("Operation", "GetItem")))
                .allSatisfy(count -> assertThat(count).isEqualTo(150));
        assertThat(sums(
                        "ThrottledRequests",
                        60,
                        dimension("TableName", "shop-orders"),
                        dimension("Operation", "Query")))
                .allSatisfy(count -> assertThat(count).isEqualTo(150));
    }

    @Test
    void listsWhatThereIs() {
        List<Metric> metrics = sandbox.cloudWatch()
                .listMetrics(request -> request.namespace("AWS/DynamoDB").metricName("ConsumedReadCapacityUnits"))
                .metrics();

        assertThat(metrics).hasSize(3);
        assertThat(sandbox.cloudWatch()
                        .listMetrics(
                                request -> request.namespace("AWS/DynamoDB").metricName("ReturnedItemCount"))
                        .metrics())
                .hasSize(4);
    }

    @Test
    void timeGoesOnAfterTheStart() {
        clock.advance(Duration.ofHours(3));

        assertThat(values(
                        sandbox,
                        NOW.plus(Duration.ofHours(1)),
                        query("ConsumedWriteCapacityUnits", "Sum", 3600, dimension("TableName", "shop-carts"))))
                .hasSize(2)
                .allSatisfy(sum -> assertThat(sum).isEqualTo(4 * 3600));
    }

    private List<Double> sums(String metric, int period, Dimension... dimensions) {
        return values(sandbox, metric, period, dimensions);
    }

    private List<Double> stat(String metric, String statistic, Dimension... dimensions) {
        return values(sandbox, NOW.minus(Duration.ofHours(1)), query(metric, statistic, 60, dimensions));
    }

    private static List<Double> values(Sandbox from, String metric, int period, Dimension... dimensions) {
        return values(from, NOW.minus(Duration.ofHours(1)), query(metric, "Sum", period, dimensions));
    }

    private static List<Double> values(Sandbox from, Instant start, MetricDataQuery query) {
        return from.cloudWatch()
                .getMetricData(request ->
                        request.startTime(start).endTime(from.clock().instant()).metricDataQueries(query))
                .metricDataResults()
                .getFirst()
                .values();
    }

    private static MetricDataQuery query(String metric, String statistic, int period, Dimension... dimensions) {
        return MetricDataQuery.builder()
                .id("q")
                .metricStat(stat -> stat.period(period).stat(statistic).metric(name -> name.namespace("AWS/DynamoDB")
                        .metricName(metric)
                        .dimensions(dimensions)))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
