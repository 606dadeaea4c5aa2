package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** How policies move the throughput of tables. */
class TableScalingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final ServiceNamespace DYNAMODB = ServiceNamespace.DYNAMODB;
    private static final String WORLD =
            """
            history: 2d
            dynamodb: {scalingLostOnSwitch: %s}
            tables:
              - {name: busy, key: id, mode: provisioned, read: 10, write: 100, traffic: {reads: 20, writes: 4, noise: 0}}
              - name: followed
                key: id
                mode: provisioned
                read: 20
                write: 5
                scaling: {read: {min: 5, max: 200, target: 70}, write: {min: 5, max: 100, target: 50}}
                traffic: {reads: 40, writes: 20, dailyAmplitude: 0.6}
                indexes:
                  - {name: by-state, key: state, read: 5, write: 20, scaling: {write: {min: 5, max: 100}}, traffic: {writes: 20}}
            """;

    private final ManualClock clock = new ManualClock(NOW.toString());
    private Sandbox sandbox = start(false);
    private ApplicationAutoScalingClient scaling = sandbox.scaling();
    private DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), sandbox);

    private Sandbox start(boolean lost) {
        return Sandbox.start(
                World.parse(WORLD.formatted(lost), Path.of("")),
                SandboxOptions.usual().withClock(clock));
    }

    @AfterEach
    void stop() {
        dynamoDb.close();
        sandbox.close();
    }

    @Test
    void twoMinutesAboveTheTargetAddUnits() {
        register("busy", ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS, 5, 100);
        track("busy", ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS, "DynamoDBReadCapacityUtilization");

        clock.advance(Duration.ofMinutes(1));
        assertThat(read("busy")).isEqualTo(10);
        clock.advance(Duration.ofMinutes(10));
        assertThat(read("busy")).isBetween(28L, 30L);
    }

    @Test
    void fifteenMinutesWellBelowItTakeUnitsAway() {
        register("busy", ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS, 5, 100);
        track("busy", ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS, "DynamoDBWriteCapacityUtilization");

        clock.advance(Duration.ofMinutes(14));
        assertThat(write("busy")).isEqualTo(100);
        clock.advance(Duration.ofMinutes(2));
        assertThat(write("busy")).isEqualTo(6);
        ScalingActivity activity = scaling.describeScalingActivities(
                        request -> request.serviceNamespace(DYNAMODB).resourceId("table/busy"))
                .scalingActivities()
                .getFirst();
        assertThat(activity.description()).isEqualTo("Setting write capacity units to 6.");
    }

    @Test
    void decreasesThatAreNotAllowedFailAndAreTold() {
        for (int i = 0; i < 4; i++) {
            int units = 90 - i;
            dynamoDb.updateTable(request -> request.tableName("busy")
                    .provisionedThroughput(
                            throughput -> throughput.readCapacityUnits(10L).writeCapacityUnits((long) units)));
            clock.advance(Duration.ofSeconds(1));
        }
        register("busy", ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS, 5, 100);
        track("busy", ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS, "DynamoDBWriteCapacityUtilization");

        clock.advance(Duration.ofMinutes(30));
        assertThat(write("busy")).isEqualTo(87);
        assertThat(scaling.describeScalingActivities(
                                request -> request.serviceNamespace(DYNAMODB).resourceId("table/busy"))
                        .scalingActivities())
                .singleElement()
                .satisfies(activity -> {
                    assertThat(activity.statusCode()).isEqualTo(ScalingActivityStatusCode.FAILED);
                    assertThat(activity.statusMessage()).contains("Number of decreases today: 4");
                });
        clock.advance(Duration.ofMinutes(31));
        assertThat(write("busy")).isEqualTo(6);
    }

    @Test
    void thePastOfAFollowedTableFollowsItsUse() {
        List<Double> levels = sandbox
                .cloudWatch()
                .getMetricStatistics(request -> request.namespace("AWS/DynamoDB")
                        .metricName("ProvisionedReadCapacityUnits")
                        .dimensions(Dimension.builder()
                                .name("TableName")
                                .value("followed")
                                .build())
                        .startTime(NOW.minus(Duration.ofDays(1)))
                        .endTime(NOW)
                        .period(3600)
                        .statisticsWithStrings("Average"))
                .datapoints()
                .stream()
                .map(point -> point.average())
                .toList();

        assertThat(levels.stream().distinct().count()).isGreaterThan(5);
        assertThat(levels).allSatisfy(level -> assertThat(level).isBetween(5.0, 200.0));
        assertThat(write("followed")).isBetween(35L, 70L);
        assertThat(describe("followed").globalSecondaryIndexes().getFirst().provisionedThroughput())
                .satisfies(units -> assertThat(units.writeCapacityUnits()).isBetween(26L, 35L));
        assertThat(scaling.describeScalableTargets(request -> request.serviceNamespace(DYNAMODB))
                        .scalableTargets())
                .hasSize(3);
        assertThat(scaling.describeScalingPolicies(
                                request -> request.serviceNamespace(DYNAMODB).resourceId("table/followed"))
                        .scalingPolicies())
                .hasSize(2);
    }

    @Test
    void anOnDemandTableKeepsItsTargetsUnlessTheWorldSaysOtherwise() {
        onDemand();
        assertThat(targets()).hasSize(3);
        clock.advance(Duration.ofHours(1));
        assertThat(read("followed")).isZero();

        stop();
        sandbox = start(true);
        scaling = sandbox.scaling();
        dynamoDb = Clients.of(DynamoDbClient.builder(), sandbox);
        onDemand();
        assertThat(targets()).isEmpty();
    }

    private void onDemand() {
        dynamoDb.updateTable(request -> request.tableName("followed").billingMode(BillingMode.PAY_PER_REQUEST));
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        assertThatThrownBy(() -> register("absent", ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS, 1, 2))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> register("busy", ScalableDimension.DYNAMODB_INDEX_READ_CAPACITY_UNITS, 1, 2))
                .hasMessageContaining("table/NAME/index/NAME");
        register("busy", ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS, 5, 100);
        assertThatThrownBy(() -> track(
                        "busy",
                        ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS,
                        "DynamoDBWriteCapacityUtilization"))
                .hasMessageContaining("DynamoDBReadCapacityUtilization");
    }

    private List<?> targets() {
        return scaling.describeScalableTargets(request -> request.serviceNamespace(DYNAMODB))
                .scalableTargets();
    }

    private void register(String table, ScalableDimension dimension, int least, int most) {
        scaling.registerScalableTarget(request -> request.serviceNamespace(DYNAMODB)
                .resourceId("table/" + table)
                .scalableDimension(dimension)
                .minCapacity(least)
                .maxCapacity(most));
    }

    private void track(String table, ScalableDimension dimension, String metric) {
        scaling.putScalingPolicy(request -> request.serviceNamespace(DYNAMODB)
                .resourceId("table/" + table)
                .scalableDimension(dimension)
                .policyName("follow")
                .policyType("TargetTrackingScaling")
                .targetTrackingScalingPolicyConfiguration(configuration -> configuration
                        .targetValue(70.0)
                        .predefinedMetricSpecification(specification -> specification.predefinedMetricType(metric))));
    }

    private long read(String table) {
        return describe(table).provisionedThroughput().readCapacityUnits();
    }

    private long write(String table) {
        return describe(table).provisionedThroughput().writeCapacityUnits();
    }

    private TableDescription describe(String table) {
        return dynamoDb.describeTable(request -> request.tableName(table)).table();
    }
}
