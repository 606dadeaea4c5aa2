package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.table.InsightReports;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportResponse;
import software.amazon.awssdk.services.cloudwatch.model.InsightRuleContributor;
import software.amazon.awssdk.services.cloudwatch.model.InsightRuleContributorDatapoint;
import software.amazon.awssdk.services.cloudwatch.model.InsightRuleMetricDatapoint;

/** {@code GetInsightRuleReport}, of the rules that services make. */
final class InsightReader {
    private static final int USUAL_CONTRIBUTORS = 10;
    private static final int MOST_CONTRIBUTORS = 100;
    private static final int SECONDS_PER_MINUTE = 60;

    private final InsightReports reports;

    InsightReader(InsightReports reports) {
        this.reports = reports;
    }

    GetInsightRuleReportResponse read(GetInsightRuleReportRequest request) {
        if (request.startTime() == null || request.endTime() == null || request.period() == null) {
            throw CloudWatchErrors.missing("StartTime, EndTime and Period");
        }
        if (request.period() < SECONDS_PER_MINUTE || request.period() % SECONDS_PER_MINUTE != 0) {
            throw CloudWatchErrors.invalidValue("Period must be a multiple of 60: " + request.period());
        }
        int most = request.maxContributorCount() == null ? USUAL_CONTRIBUTORS : request.maxContributorCount();
        if (most < 1 || most > MOST_CONTRIBUTORS) {
            throw CloudWatchErrors.invalidValue("MaxContributorCount must be within 1..100: " + most);
        }
        InsightReports.Report report = reports.read(
                        request.ruleName(), request.startTime(), request.endTime(), request.period(), most)
                .orElseThrow(() -> CloudWatchErrors.notFound("There is no rule " + request.ruleName()));
        return GetInsightRuleReportResponse.builder()
                .keyLabels(report.labels())
                .aggregationStatistic("Sum")
                .aggregateValue(report.total())
                .approximateUniqueCount(report.unique())
                .contributors(report.contributors().stream()
                        .map(contributor -> contributor(report, contributor))
                        .toList())
                .metricDatapoints(request.metrics().isEmpty() ? List.of() : points(report))
                .build();
    }

    private static InsightRuleContributor contributor(
            InsightReports.Report report, InsightReports.Contributor contributor) {
        return InsightRuleContributor.builder()
                .keys(contributor.keys())
                .approximateAggregateValue(report.total() * contributor.share())
                .datapoints(report.points().stream()
                        .map(point -> InsightRuleContributorDatapoint.builder()
                                .timestamp(point.at())
                                .approximateValue(point.value() * contributor.share())
                                .build())
                        .toList())
                .build();
    }

    private static List<InsightRuleMetricDatapoint> points(InsightReports.Report report) {
        double highest = report.contributors().isEmpty()
                ? 0
                : report.contributors().getFirst().share();
        return report.points().stream()
                .map(point -> InsightRuleMetricDatapoint.builder()
                        .timestamp(point.at())
                        .uniqueContributors((double) report.unique())
                        .maxContributorValue(point.value() * highest)
                        .sampleCount(point.value())
                        .sum(point.value())
                        .build())
                .toList();
    }
}
