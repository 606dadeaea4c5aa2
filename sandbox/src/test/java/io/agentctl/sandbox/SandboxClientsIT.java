package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.sts.StsClient;

/** The Java SDK's own clients against the sandbox, over HTTP. */
class SandboxClientsIT {
    private static final Sandbox SANDBOX = Sandbox.start(World.defaultWorld(3));

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void describesServicesAndReportsThoseThatAreMissing() {
        try (EcsClient ecs = Clients.of(EcsClient.builder(), SANDBOX)) {
            DescribeServicesResponse response = ecs.describeServices(
                    request -> request.cluster("agent-runtime").services("api", "apu"));

            assertThat(response.services()).singleElement().satisfies(service -> assertThat(service.runningCount())
                    .isEqualTo(4));
            assertThat(response.failures()).singleElement().satisfies(failure -> assertThat(failure.reason())
                    .isEqualTo("MISSING"));
            assertThat(response.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
        }
    }

    @Test
    void modelledErrorsArriveAsTheirOwnExceptions() {
        try (EcsClient ecs = Clients.of(EcsClient.builder(), SANDBOX)) {
            assertThatThrownBy(() -> ecs.listServices(request -> request.cluster("nowhere")))
                    .isInstanceOf(ClusterNotFoundException.class)
                    .hasMessageContaining("Cluster not found.");
        }
    }

    @Test
    void readsTwoWeeksOfUtilization() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (CloudWatchClient cloudWatch = Clients.of(CloudWatchClient.builder(), SANDBOX)) {
            MetricDataResult result = cloudWatch
                    .getMetricData(request -> request.startTime(end.minus(13, ChronoUnit.DAYS))
                            .endTime(end)
                            .metricDataQueries(Queries.cpu("api", 300, "Average")))
                    .metricDataResults()
                    .getFirst();

            assertThat(result.values()).hasSize(13 * 288);
            assertThat(result.values())
                    .allSatisfy(percent -> assertThat(percent).isBetween(0.0, 100.0));
            assertThat(result.timestamps().getFirst()).isEqualTo(end.minus(5, ChronoUnit.MINUTES));
        }
    }

    @Test
    void refusesMoreThanFiveHundredQueries() {
        Instant end = Instant.now();
        List<MetricDataQuery> queries = java.util.stream.IntStream.range(0, 501)
                .mapToObj(i -> Queries.cpu("api", 300, "Average").toBuilder()
                        .id("q" + i)
                        .build())
                .toList();
        try (CloudWatchClient cloudWatch = Clients.of(CloudWatchClient.builder(), SANDBOX)) {
            assertThatThrownBy(() -> cloudWatch.getMetricData(request -> request.startTime(end.minusSeconds(600))
                            .endTime(end)
                            .metricDataQueries(queries)))
                    .isInstanceOf(CloudWatchException.class)
                    .satisfies(e -> assertThat(
                                    ((CloudWatchException) e).awsErrorDetails().errorCode())
                            .isEqualTo("ValidationError"));
        }
    }

    @Test
    void tellsWhoCallsAndWhatScales() {
        try (StsClient sts = Clients.of(StsClient.builder(), SANDBOX);
                ApplicationAutoScalingClient scaling = Clients.of(ApplicationAutoScalingClient.builder(), SANDBOX)) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo("111122223333");
            assertThat(scaling.describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS))
                            .scalableTargets())
                    .singleElement()
                    .satisfies(target -> assertThat(target.maxCapacity()).isEqualTo(10));
        }
    }

    @Test
    void keepsItemsInTheWorldsTablesUnderConditions() {
        try (DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), SANDBOX)) {
            Map<String, AttributeValue> item =
                    Map.of("pk", AttributeValue.fromS("operation"), "sk", AttributeValue.fromS("1"));
            dynamoDb.putItem(
                    request -> request.tableName("agent-runtime-agentctl").item(item));

            assertThatThrownBy(() -> dynamoDb.putItem(request -> request.tableName("agent-runtime-agentctl")
                            .item(item)
                            .conditionExpression("attribute_not_exists(pk)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void logsWhatWasCalledAndWhetherItChangesAnything() {
        try (EcsClient ecs = Clients.of(EcsClient.builder(), SANDBOX)) {
            ecs.updateService(
                    request -> request.cluster("agent-runtime").service("api").desiredCount(4));
            List<Call> updates = SANDBOX.calls().of("ecs", "UpdateService");

            assertThat(updates.getLast().mutating()).isTrue();
            assertThat(updates.getLast().resource()).isEqualTo("api");
            assertThat(updates.getLast().status()).isEqualTo(200);
            assertThat(updates.getLast().userAgent()).contains("aws-sdk-java");
        }
    }
}
