package io.agentctl.control.metrics;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.aws.PointsApart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** Reads CloudWatch in as few GetMetricData calls as its limits allow. */
public final class MetricsGateway {

    /** Metrics in a call; source: CloudWatch service model, GetMetricData. */
    private static final int METRICS_A_CALL = 500;
    /** Data points in a call; source: the same. */
    private static final int POINTS_A_CALL = 100_800;

    private final Supplier<CloudWatchClient> cloudWatch;
    private final ApiCalls calls;

    public MetricsGateway(Supplier<CloudWatchClient> cloudWatch, ApiCalls calls) {
        this.cloudWatch = cloudWatch;
        this.calls = calls;
    }

    /** How many queries over a number of periods fit one call. */
    public static int queriesPerCall(long periods) {
        return Math.clamp(POINTS_A_CALL / Math.max(1, periods), 1, METRICS_A_CALL);
    }

    /**
     * Reads series.
     *
     * @param queries what to read
     * @param from the first period's start, a multiple of the period since the epoch
     * @param to the end of the last period, likewise
     * @param period a minute or more, in whole minutes
     * @return a series for each query, in their order, all from {@code from} to {@code to}
     */
    public List<Series> read(List<MetricQuery> queries, Instant from, Instant to, Duration period) {
        int periods = (int) Duration.between(from, to).dividedBy(period);
        int batchSize = queriesPerCall(periods);
        List<List<MetricQuery>> batches = new ArrayList<>();
        for (int start = 0; start < queries.size(); start += batchSize) {
            batches.add(queries.subList(start, Math.min(queries.size(), start + batchSize)));
        }
        return Parallel.map(batches, batch -> readBatch(batch, from, to, period)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Series> readBatch(List<MetricQuery> batch, Instant from, Instant to, Duration period) {
        int periods = (int) Duration.between(from, to).dividedBy(period);
        double[][] values = new double[batch.size()][periods];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        GetMetricDataRequest request = GetMetricDataRequest.builder()
                .startTime(from)
                .endTime(to)
                .metricDataQueries(dataQueries(batch, period))
                .maxDatapoints(POINTS_A_CALL)
                .build();
        String token = null;
        do {
            String page = token;
            GetMetricDataResponse response = calls.call(
                    "read " + batch.size() + " metrics",
                    () -> PointsApart.taking(
                            (id, seconds, measured, count) ->
                                    place(seconds, measured, count, values[row(id)], from, period),
                            () -> cloudWatch
                                    .get()
                                    .getMetricData(
                                            request.toBuilder().nextToken(page).build())));
            for (MetricDataResult result : response.metricDataResults()) {
                place(result, values[row(result.id())], from, period);
            }
            token = response.nextToken();
        } while (token != null);
        List<Series> series = new ArrayList<>(batch.size());
        for (double[] row : values) {
            series.add(Series.of(from, period, row));
        }
        return series;
    }

    private static List<MetricDataQuery> dataQueries(List<MetricQuery> batch, Duration period) {
        List<MetricDataQuery> dataQueries = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            MetricQuery query = batch.get(i);
            dataQueries.add(MetricDataQuery.builder()
                    .id("m" + i)
                    .metricStat(statistic -> statistic
                            .metric(metric -> metric.namespace(query.metric().namespace())
                                    .metricName(query.metric().name())
                                    .dimensions(query.metric().dimensions().entrySet().stream()
                                            .map(dimension -> Dimension.builder()
                                                    .name(dimension.getKey())
                                                    .value(dimension.getValue())
                                                    .build())
                                            .toList()))
                            .period((int) period.toSeconds())
                            .stat(query.statistic().awsName()))
                    .build());
        }
        return dataQueries;
    }

    private static int row(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static void place(
            long[] seconds, double[] measured, int count, double[] row, Instant from, Duration period) {
        for (int i = 0; i < count; i++) {
            long index = Math.floorDiv(seconds[i] - from.getEpochSecond(), period.toSeconds());
            if (index >= 0 && index < row.length) {
                row[(int) index] = measured[i];
            }
        }
    }

    private static void place(MetricDataResult result, double[] row, Instant from, Duration period) {
        for (int i = 0; i < result.timestamps().size(); i++) {
            long index = Duration.between(from, result.timestamps().get(i)).dividedBy(period);
            if (index >= 0 && index < row.length) {
                row[(int) index] = result.values().get(i);
            }
        }
    }
}
