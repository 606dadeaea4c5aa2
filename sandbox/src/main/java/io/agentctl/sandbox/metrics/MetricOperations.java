package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.ecs.Page;
import io.agentctl.sandbox.table.InsightReports;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetInsightRuleReportResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/** The operations on metrics. */
public final class MetricOperations {
    private static final int LIST_PAGE = 500;

    private final MetricCatalog catalog;
    private final DataReader reader;
    private final StatisticsReader statistics;
    private final DataWriter writer;
    private final InsightReader insights;

    /** The operations over a catalog of metrics and the rules that services made. */
    public MetricOperations(MetricCatalog catalog, InsightReports reports) {
        this.catalog = catalog;
        this.reader = new DataReader(catalog);
        this.statistics = new StatisticsReader(catalog);
        this.writer = new DataWriter(catalog);
        this.insights = new InsightReader(reports);
    }

    /** {@code GetMetricData}. */
    public GetMetricDataResponse data(GetMetricDataRequest request) {
        return reader.read(request);
    }

    /** {@code GetMetricStatistics}. */
    public GetMetricStatisticsResponse statistics(GetMetricStatisticsRequest request) {
        return statistics.read(request);
    }

    /** {@code PutMetricData}. */
    public PutMetricDataResponse put(PutMetricDataRequest request) {
        return writer.put(request);
    }

    /** {@code GetInsightRuleReport}. */
    public GetInsightRuleReportResponse report(GetInsightRuleReportRequest request) {
        return insights.read(request);
    }

    /** {@code ListMetrics}. */
    public ListMetricsResponse list(ListMetricsRequest request) {
        List<Metric> matching = catalog.all().stream()
                .filter(key -> request.namespace() == null || key.namespace().equals(request.namespace()))
                .filter(key -> request.metricName() == null || key.name().equals(request.metricName()))
                .filter(key -> request.dimensions().stream().allMatch(filter -> matches(key, filter)))
                .map(MetricKey::toMetric)
                .toList();
        try {
            Page<Metric> page = Page.of(matching, request.nextToken(), LIST_PAGE);
            return ListMetricsResponse.builder()
                    .metrics(page.items())
                    .nextToken(page.nextToken())
                    .build();
        } catch (IllegalArgumentException e) {
            throw CloudWatchErrors.invalidValue("NextToken: " + e.getMessage());
        }
    }

    private static boolean matches(MetricKey key, DimensionFilter filter) {
        String value = key.dimensions().get(filter.name());
        return value != null && (filter.value() == null || filter.value().equals(value));
    }
}
