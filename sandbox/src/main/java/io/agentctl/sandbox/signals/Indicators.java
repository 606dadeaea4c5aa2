package io.agentctl.sandbox.signals;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationsignals.model.MetricDataQuery;
import software.amazon.awssdk.services.applicationsignals.model.MonitoredRequestCountMetricDataQueries;
import software.amazon.awssdk.services.applicationsignals.model.RequestBasedServiceLevelIndicator;
import software.amazon.awssdk.services.applicationsignals.model.RequestBasedServiceLevelIndicatorConfig;
import software.amazon.awssdk.services.applicationsignals.model.RequestBasedServiceLevelIndicatorMetric;
import software.amazon.awssdk.services.applicationsignals.model.RequestBasedServiceLevelIndicatorMetricConfig;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelIndicator;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelIndicatorConfig;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelIndicatorMetric;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelIndicatorMetricConfig;

/** Indicators as requests set them, turned into what answers show. Only metrics of CloudWatch can be looked at here. */
final class Indicators {
    private static final String SERVICES = "The sandbox discovers no services: give metrics of CloudWatch.";

    private Indicators() {}

    static ServiceLevelIndicator ofPeriods(ServiceLevelIndicatorConfig config) {
        ServiceLevelIndicatorMetricConfig metric = config.sliMetricConfig();
        if (metric == null || !metric.hasMetricDataQueries()) {
            throw SignalsErrors.invalid(SERVICES);
        }
        if (config.metricThreshold() == null || config.comparisonOperator() == null) {
            throw SignalsErrors.invalid("A period-based SLO needs MetricThreshold and ComparisonOperator.");
        }
        requireOneResult(metric.metricDataQueries());
        return ServiceLevelIndicator.builder()
                .sliMetric(ServiceLevelIndicatorMetric.builder()
                        .metricDataQueries(metric.metricDataQueries())
                        .build())
                .metricThreshold(config.metricThreshold())
                .comparisonOperator(config.comparisonOperatorAsString())
                .build();
    }

    static RequestBasedServiceLevelIndicator ofRequests(RequestBasedServiceLevelIndicatorConfig config) {
        RequestBasedServiceLevelIndicatorMetricConfig metric = config.requestBasedSliMetricConfig();
        if (metric == null || !metric.hasTotalRequestCountMetric() || metric.monitoredRequestCountMetric() == null) {
            throw SignalsErrors.invalid(SERVICES);
        }
        MonitoredRequestCountMetricDataQueries monitored = metric.monitoredRequestCountMetric();
        if (monitored.hasGoodCountMetric() == monitored.hasBadCountMetric()) {
            throw SignalsErrors.invalid("Either GoodCountMetric or BadCountMetric is needed.");
        }
        requireOneResult(metric.totalRequestCountMetric());
        requireOneResult(monitored.hasGoodCountMetric() ? monitored.goodCountMetric() : monitored.badCountMetric());
        return RequestBasedServiceLevelIndicator.builder()
                .requestBasedSliMetric(RequestBasedServiceLevelIndicatorMetric.builder()
                        .totalRequestCountMetric(metric.totalRequestCountMetric())
                        .monitoredRequestCountMetric(monitored)
                        .build())
                .metricThreshold(config.metricThreshold())
                .comparisonOperator(config.comparisonOperatorAsString())
                .build();
    }

    private static void requireOneResult(List<MetricDataQuery> queries) {
        Stream<MetricDataQuery> results = queries.stream().filter(query -> !Boolean.FALSE.equals(query.returnData()));
        if (results.count() != 1) {
            throw SignalsErrors.invalid("Exactly one metric or expression returns data.");
        }
    }
}
