package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.ecs.Page;
import io.agentctl.sandbox.table.InsightReports;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
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

/** The SDK's client interface over the metrics; what it does not override, the interface refuses. */
public final class CloudWatchEmulation implements CloudWatchClient {
    private static final int LIST_PAGE = 500;

    private final MetricCatalog catalog;
    private final DataReader reader;
    private final StatisticsReader statistics;
    private final DataWriter writer;
    private final InsightReader insights;

    /** An emulation over a catalog of metrics and the rules that services made. */
    public CloudWatchEmulation(MetricCatalog catalog, InsightReports reports) {
        this.catalog = catalog;
        this.reader = new DataReader(catalog);
        this.statistics = new StatisticsReader(catalog);
        this.writer = new DataWriter(catalog);
        this.insights = new InsightReader(reports);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        return reader.read(request);
    }

    @Override
    public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
        return statistics.read(request);
    }

    @Override
    public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
        return writer.put(request);
    }

    @Override
    public GetInsightRuleReportResponse getInsightRuleReport(GetInsightRuleReportRequest request) {
        return insights.read(request);
    }

    @Override
    public ListMetricsResponse listMetrics(ListMetricsRequest request) {
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
