package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.metrics.MetricCatalog;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What a metric alarm looks at: one metric, or queries of which one is its result. */
final class Watched {
    private static final int MOST_DIMENSIONS = 30;

    private final MetricCatalog catalog;
    private final WatchedQueries queries;

    Watched(MetricCatalog catalog) {
        this.catalog = catalog;
        this.queries = new WatchedQueries(catalog);
    }

    /**
     * Where the data points come from.
     *
     * @param datapoints the data points
     * @param period seconds
     * @param statistic of one metric; empty for math
     */
    record Source(DatapointSource datapoints, int period, String statistic) {}

    Source of(PutMetricAlarmRequest request) {
        boolean one = request.metricName() != null;
        if (one == !request.metrics().isEmpty()) {
            throw CloudWatchErrors.validation(
                    one
                            ? "The parameters MetricName and Metrics exclude each other."
                            : "Exactly one of MetricName and Metrics must be specified.");
        }
        return one ? single(request) : several(request);
    }

    private Source several(PutMetricAlarmRequest request) {
        boolean besides = request.namespace() != null
                || request.hasDimensions()
                || request.period() != null
                || request.unit() != null
                || request.statistic() != null
                || request.extendedStatistic() != null;
        if (besides) {
            throw CloudWatchErrors.validation(
                    "Metrics excludes Namespace, Dimensions, Period, Unit, Statistic and" + " ExtendedStatistic.");
        }
        return queries.of(request.metrics());
    }

    private Source single(PutMetricAlarmRequest request) {
        if ((request.statistic() == null) == (request.extendedStatistic() == null)) {
            throw CloudWatchErrors.validation("Exactly one of Statistic and ExtendedStatistic must be specified.");
        }
        if (request.namespace() == null) {
            throw CloudWatchErrors.validation("The parameter Namespace is required with MetricName.");
        }
        if (request.dimensions().size() > MOST_DIMENSIONS) {
            throw CloudWatchErrors.validation("The collection Dimensions must not have a size greater than 30.");
        }
        String statistic = request.statistic() == null ? request.extendedStatistic() : request.statisticAsString();
        MetricStat stat = MetricStat.builder()
                .metric(metric -> metric.namespace(request.namespace())
                        .metricName(request.metricName())
                        .dimensions(request.dimensions()))
                .period(period(request.period()))
                .stat(statistic)
                .unit(request.unitAsString())
                .build();
        return new Source(catalog.datapoints(stat), stat.period(), statistic);
    }

    /** Valid as the period of an alarm. */
    static int period(Integer period) {
        if (period == null) {
            throw CloudWatchErrors.validation("The parameter Period is required with MetricName.");
        }
        if (!AlarmRule.isPeriod(period)) {
            throw CloudWatchErrors.validation(
                    "Invalid metric period: Period must be 10, 20, 30 or a multiple of 60, not " + period + ".");
        }
        return period;
    }
}
