package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;

/** Which keys are hot. */
class ContributorInsightsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String WORLD =
            """
            tables:
              - name: shop-orders
                key: customer
                sortKey: placed
                mode: provisioned
                read: 10
                write: 10
                traffic: {reads: 20, noise: 0, hotKeys: {acme: 0.4, initech: 0.1}}
            """;

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox = Sandbox.start(
            World.parse(WORLD, Path.of("")), SandboxOptions.usual().withClock(clock));
    private final DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), sandbox);
    private final CloudWatchClient cloudWatch = Clients.of(CloudWatchClient.builder(), sandbox);

    @AfterEach
    void stop() {
        dynamoDb.close();
        cloudWatch.close();
        sandbox.close();
    }

    @Test
    void hotKeysAreReportedOnceTheyAreAskedFor() {
        assertThat(rules()).isEmpty();
        assertThat(switchTo(ContributorInsightsAction.ENABLE)).isEqualTo("ENABLING");
        clock.advance(Duration.ofMinutes(10));

        assertThat(rules()).hasSize(4);
        assertThat(rules().getFirst()).isEqualTo("DynamoDBContributorInsights-PKC-shop-orders-" + NOW.toEpochMilli());
        GetInsightRuleReportResponse used = report(rules().getFirst());
        assertThat(used.keyLabels()).containsExactly("customer");
        assertThat(used.aggregateValue()).isEqualTo(10 * 600.0);
        assertThat(used.contributors()).hasSize(10);
        assertThat(used.contributors().getFirst().keys()).containsExactly("acme");
        assertThat(used.contributors().getFirst().approximateAggregateValue()).isCloseTo(2400, Offset.offset(1e-6));
        assertThat(report(rules().get(1)).contributors().getFirst().keys()).containsExactly("acme");
        assertThat(report(rules().get(2)).keyLabels()).containsExactly("customer", "placed");
    }

    @Test
    void theyGoWhenTheyAreSwitchedOff() {
        switchTo(ContributorInsightsAction.ENABLE);
        String rule = rules().getFirst();
        switchTo(ContributorInsightsAction.DISABLE);
        clock.advance(Duration.ofSeconds(1));

        assertThat(dynamoDb.listContributorInsights(request -> request.tableName("shop-orders"))
                        .contributorInsightsSummaries())
                .singleElement()
                .satisfies(summary ->
                        assertThat(summary.contributorInsightsStatusAsString()).isEqualTo("DISABLED"));
        assertThatThrownBy(() -> report(rule)).isInstanceOf(CloudWatchException.class);
    }

    private String switchTo(ContributorInsightsAction action) {
        return dynamoDb.updateContributorInsights(
                        request -> request.tableName("shop-orders").contributorInsightsAction(action))
                .contributorInsightsStatusAsString();
    }

    private List<String> rules() {
        return dynamoDb.describeContributorInsights(request -> request.tableName("shop-orders"))
                .contributorInsightsRuleList();
    }

    private GetInsightRuleReportResponse report(String rule) {
        return cloudWatch.getInsightRuleReport(request -> request.ruleName(rule)
                .startTime(NOW.minus(Duration.ofHours(1)))
                .endTime(clock.instant())
                .period(60)
                .maxContributorCount(10));
    }
}
