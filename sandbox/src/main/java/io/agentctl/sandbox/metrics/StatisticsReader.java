package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;

/** {@code GetMetricStatistics}. */
final class StatisticsReader {
    /** Documentation of {@code GetMetricStatistics} in the service model. */
    private static final int MOST_POINTS = 1440;

    private final MetricCatalog catalog;

    StatisticsReader(MetricCatalog catalog) {
        this.catalog = catalog;
    }

    GetMetricStatisticsResponse read(GetMetricStatisticsRequest request) {
        validate(request);
        Instant now = catalog.now();
        Window window = Window.of(request.startTime(), request.endTime(), request.period(), now);
        if (window.count() > MOST_POINTS) {
            throw CloudWatchErrors.invalidCombination(
                    "You have requested up to %,d datapoints, which exceeds the limit of %,d. You may reduce the"
                                    .formatted(window.count(), MOST_POINTS)
                            + " datapoints requested by increasing Period, or decreasing the time range.");
        }
        MetricKey key = MetricKey.of(request.namespace(), request.metricName(), request.dimensions());
        Optional<MetricSource> source = catalog.find(key, now)
                .filter(found ->
                        request.unit() == null || request.unitAsString().equals(found.unit()));
        List<Datapoint> points = new ArrayList<>();
        Aggregate scratch = new Aggregate();
        for (int i = 0; i < window.count() && source.isPresent(); i++) {
            if (window.kept(i)) {
                point(request, source.get(), window, i, scratch).ifPresent(points::add);
            }
        }
        return GetMetricStatisticsResponse.builder()
                .label(request.metricName())
                .datapoints(points)
                .build();
    }

    private static void validate(GetMetricStatisticsRequest request) {
        if (request.startTime() == null || request.endTime() == null || request.period() == null) {
            throw CloudWatchErrors.missing("StartTime, EndTime and Period");
        }
        if (!request.startTime().isBefore(request.endTime())) {
            throw CloudWatchErrors.invalidCombination(
                    "The parameter StartTime must be less than the parameter EndTime.");
        }
        if (request.statistics().isEmpty() && request.extendedStatistics().isEmpty()) {
            throw CloudWatchErrors.invalidCombination("Must specify either Statistics or ExtendedStatistics.");
        }
    }

    private static Optional<Datapoint> point(
            GetMetricStatisticsRequest request, MetricSource source, Window window, int index, Aggregate scratch) {
        Datapoint.Builder point = Datapoint.builder()
                .timestamp(Instant.ofEpochSecond(window.second(index)))
                .unit(source.unit());
        boolean any = false;
        for (String name : request.statisticsAsStrings()) {
            double value = source.value(Statistic.parse(name), window.second(index), window.period(), scratch);
            if (!Double.isNaN(value)) {
                any = true;
                set(point, (Statistic.Basic) Statistic.parse(name), value);
            }
        }
        Map<String, Double> extended = new LinkedHashMap<>();
        for (String name : request.extendedStatistics()) {
            double value = source.value(Statistic.parse(name), window.second(index), window.period(), scratch);
            if (!Double.isNaN(value)) {
                extended.put(name, value);
            }
        }
        if (!extended.isEmpty()) {
            any = true;
            point.extendedStatistics(extended);
        }
        return any ? Optional.of(point.build()) : Optional.empty();
    }

    private static void set(Datapoint.Builder point, Statistic.Basic statistic, double value) {
        switch (statistic) {
            case AVERAGE -> point.average(value);
            case MINIMUM -> point.minimum(value);
            case MAXIMUM -> point.maximum(value);
            case SUM -> point.sum(value);
            case SAMPLE_COUNT -> point.sampleCount(value);
        }
    }
}
