package io.agentctl.control.capacity;

import io.agentctl.control.aws.ApiCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportResponse;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;

/** Reads CloudWatch Contributor Insights of tables: which keys are asked for most, and throttled most. */
final class InsightsGateway {

    /** In the name of a rule: the partition keys accessed most, and those throttled most. */
    private static final String ACCESSED = "-PKC-";

    private static final String THROTTLED = "-PKT-";
    private static final int CONTRIBUTORS = 10;
    private static final int PERIOD_SECONDS = 300;

    /** A report covers at most so much (CloudWatch User Guide, "Contributor Insights"). */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Supplier<DynamoDbClient> dynamoDb;
    private final Supplier<CloudWatchClient> cloudWatch;
    private final ApiCalls calls;

    InsightsGateway(Supplier<DynamoDbClient> dynamoDb, Supplier<CloudWatchClient> cloudWatch, ApiCalls calls) {
        this.dynamoDb = dynamoDb;
        this.cloudWatch = cloudWatch;
        this.calls = calls;
    }

    /** The rules of a table or index; empty if Contributor Insights is not enabled there. */
    Optional<List<String>> rules(TableName table, String index) {
        DescribeContributorInsightsResponse found =
                calls.call("describe the Contributor Insights of " + table, () -> dynamoDb.get()
                        .describeContributorInsights(
                                request -> request.tableName(table.value()).indexName(index.isEmpty() ? null : index)));
        return found.contributorInsightsStatus() == ContributorInsightsStatus.ENABLED
                ? Optional.of(found.contributorInsightsRuleList())
                : Optional.empty();
    }

    /** The partition keys that stand out in a rule's report, over the end of a time; none of a rule for sort keys. */
    List<HotKey> hotKeys(String part, String rule, LookBack back) {
        boolean throttled = rule.contains(THROTTLED);
        if (!throttled && !rule.contains(ACCESSED)) {
            return List.of();
        }
        return report(rule, back).stream()
                .filter(report -> report.aggregateValue() != null && report.aggregateValue() > 0)
                .flatMap(report -> report.contributors().stream()
                        .map(one -> new HotKey(
                                part,
                                String.join(", ", one.keys()),
                                one.approximateAggregateValue() / report.aggregateValue(),
                                throttled)))
                .toList();
    }

    private Optional<GetInsightRuleReportResponse> report(String rule, LookBack back) {
        return calls.call("read the report of " + rule, () -> {
            try {
                return Optional.of(cloudWatch.get().getInsightRuleReport(request -> request.ruleName(rule)
                        .startTime(
                                back.to().minus(LONGEST).isAfter(back.from())
                                        ? back.to().minus(LONGEST)
                                        : back.from())
                        .endTime(back.to())
                        .period(PERIOD_SECONDS)
                        .maxContributorCount(CONTRIBUTORS)
                        .orderBy("Sum")));
            } catch (ResourceNotFoundException ignored) {
                return Optional.empty();
            }
        });
    }
}
