package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** {@code GetMetricData}. */
final class DataReader {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_POINTS = 100_800;
    private static final String TOKEN_PREFIX = "points-";

    private final MetricCatalog catalog;

    DataReader(MetricCatalog catalog) {
        this.catalog = catalog;
    }

    GetMetricDataResponse read(GetMetricDataRequest request) {
        validate(request);
        Instant now = catalog.now();
        Map<String, Query> metrics = new LinkedHashMap<>();
        for (MetricDataQuery asked : request.metricDataQueries()) {
            if (asked.expression() == null) {
                metrics.put(asked.id(), query(request, asked, now));
            }
        }
        QueryMath math = new QueryMath(metrics, request.metricDataQueries());
        List<Query> queries = new ArrayList<>();
        long total = 0;
        for (MetricDataQuery asked : request.metricDataQueries()) {
            Query query = asked.expression() == null ? metrics.get(asked.id()) : math.query(asked);
            total += query.points();
            queries.add(query);
        }
        if (total > MOST_POINTS) {
            throw CloudWatchErrors.validation(
                    "You have requested up to %,d datapoints, which exceeds the limit of %,d. Reduce the datapoints"
                                    .formatted(total, MOST_POINTS)
                            + " requested by increasing the Period, decreasing the time range or asking for fewer"
                            + " metrics.");
        }
        return page(request, queries, total);
    }

    private static void validate(GetMetricDataRequest request) {
        List<MetricDataQuery> queries = request.metricDataQueries();
        if (queries.isEmpty() || request.startTime() == null || request.endTime() == null) {
            throw CloudWatchErrors.validation("MetricDataQueries, StartTime and EndTime are required.");
        }
        if (queries.size() > MOST_QUERIES) {
            throw CloudWatchErrors.validation(
                    "The collection MetricDataQueries must not have a size greater than 500: " + queries.size());
        }
        if (!request.startTime().isBefore(request.endTime())) {
            throw CloudWatchErrors.validation("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (request.maxDatapoints() != null && request.maxDatapoints() < 1) {
            throw CloudWatchErrors.validation("MaxDatapoints must be at least 1: " + request.maxDatapoints());
        }
        Set<String> ids = new HashSet<>();
        for (MetricDataQuery query : queries) {
            if (query.id() == null || !query.id().matches("[a-z][a-zA-Z0-9_]{0,254}")) {
                throw CloudWatchErrors.validation("The value " + query.id()
                        + " for parameter Id must begin with a lower-case letter and have letters, digits and _ only.");
            }
            if (!ids.add(query.id())) {
                throw CloudWatchErrors.validation("The value " + query.id() + " for parameter Id is not unique.");
            }
        }
    }

    private Query query(GetMetricDataRequest request, MetricDataQuery asked, Instant now) {
        MetricStat stat = asked.metricStat();
        if (stat == null) {
            throw CloudWatchErrors.validation("Query " + asked.id() + " must have a MetricStat or an Expression.");
        }
        if (stat.metric() == null || stat.period() == null || stat.stat() == null) {
            throw CloudWatchErrors.validation("MetricStat of " + asked.id() + " needs Metric, Period and Stat.");
        }
        Window window = Window.of(request.startTime(), request.endTime(), stat.period(), now);
        MetricSource source = catalog.find(MetricKey.of(stat.metric()), now)
                .filter(found -> stat.unit() == null || stat.unitAsString().equals(found.unit()))
                .orElse(null);
        Statistic statistic = Statistic.parse(stat.stat());
        Aggregate scratch = new Aggregate();
        return new Query(asked, stat.metric().metricName(), window, index -> {
            boolean known = source != null && window.kept(index);
            return known ? source.value(statistic, window.second(index), window.period(), scratch) : Double.NaN;
        });
    }

    /** Points count towards a page by the periods that were asked for, as they do towards the limit. */
    private static GetMetricDataResponse page(GetMetricDataRequest request, List<Query> queries, long total) {
        long from = offset(request.nextToken(), total);
        long size = request.maxDatapoints() == null ? MOST_POINTS : request.maxDatapoints();
        long to = Math.min(total, from + size);
        List<MetricDataResult> results = new ArrayList<>();
        long passed = 0;
        for (Query query : queries) {
            int first = Math.clamp(from - passed, 0, query.points());
            int last = Math.clamp(to - passed, 0, query.points());
            boolean empty = query.points() == 0 && from == 0;
            if ((first < last || empty) && !Boolean.FALSE.equals(query.asked().returnData())) {
                results.add(result(request.scanBy(), query, first, last));
            }
            passed += query.points();
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(results)
                .messages(List.of())
                .nextToken(to < total ? TOKEN_PREFIX + to : null)
                .build();
    }

    private static long offset(String token, long total) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        if (!token.matches(TOKEN_PREFIX + "\\d{1,7}")) {
            throw CloudWatchErrors.validation("Invalid NextToken.");
        }
        return Math.min(total, Long.parseLong(token.substring(TOKEN_PREFIX.length())));
    }

    private static MetricDataResult result(ScanBy scanBy, Query query, int first, int last) {
        List<Instant> timestamps = new ArrayList<>(last - first);
        List<Double> values = new ArrayList<>(last - first);
        Window window = query.window();
        boolean ascending = scanBy == ScanBy.TIMESTAMP_ASCENDING;
        for (int i = first; i < last; i++) {
            int index = ascending ? i : window.count() - 1 - i;
            double value = query.values().applyAsDouble(index);
            if (!Double.isNaN(value)) {
                timestamps.add(Instant.ofEpochSecond(window.second(index)));
                values.add(value);
            }
        }
        MetricDataQuery asked = query.asked();
        return MetricDataResult.builder()
                .id(asked.id())
                .label(asked.label() == null ? query.label() : asked.label())
                .timestamps(timestamps)
                .values(values)
                .statusCode(last == query.points() ? StatusCode.COMPLETE : StatusCode.PARTIAL_DATA)
                .build();
    }
}
