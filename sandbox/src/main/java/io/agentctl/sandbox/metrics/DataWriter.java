package io.agentctl.sandbox.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.StatisticSet;

/** {@code PutMetricData}, with the limits in the service model's documentation. */
final class DataWriter {
    private static final int MOST_METRICS = 1000;
    private static final int MOST_VALUES = 150;
    private static final int MOST_DIMENSIONS = 30;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    private final MetricCatalog catalog;

    DataWriter(MetricCatalog catalog) {
        this.catalog = catalog;
    }

    private record Accepted(MetricKey key, String unit, long second, CustomMetric.Datum datum) {}

    /** Takes all of the request or, when anything in it is wrong, nothing. */
    PutMetricDataResponse put(PutMetricDataRequest request) {
        if (request.namespace() == null) {
            throw CloudWatchErrors.missing("Namespace");
        }
        if (request.namespace().startsWith("AWS/")) {
            throw CloudWatchErrors.invalidValue("The value AWS/ for parameter Namespace is invalid.");
        }
        if (request.metricData().size() > MOST_METRICS) {
            throw CloudWatchErrors.invalidValue("The collection MetricData must not have a size greater than 1000.");
        }
        Instant now = catalog.now();
        List<Accepted> accepted = new ArrayList<>();
        for (MetricDatum datum : request.metricData()) {
            accepted.add(accept(request.namespace(), datum, now));
        }
        for (Accepted one : accepted) {
            catalog.customMetric(one.key(), one.unit()).put(one.second(), one.datum());
        }
        return PutMetricDataResponse.builder().build();
    }

    private static Accepted accept(String namespace, MetricDatum datum, Instant now) {
        if (datum.dimensions().size() > MOST_DIMENSIONS) {
            throw CloudWatchErrors.invalidValue("The collection Dimensions must not have a size greater than 30.");
        }
        Instant at = datum.timestamp() == null ? now : datum.timestamp();
        if (at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(NEWEST))) {
            throw CloudWatchErrors.invalidValue(
                    "The parameter Timestamp must specify a time within the past two weeks and two hours ahead: " + at);
        }
        return new Accepted(
                MetricKey.of(namespace, datum.metricName(), datum.dimensions()),
                datum.unitAsString() == null ? "None" : datum.unitAsString(),
                at.getEpochSecond(),
                samples(datum));
    }

    private static CustomMetric.Datum samples(MetricDatum datum) {
        StatisticSet set = datum.statisticValues();
        if (set != null) {
            if (datum.value() != null || datum.hasValues()) {
                throw CloudWatchErrors.invalidCombination("Value, Values and StatisticValues exclude each other.");
            }
            return new CustomMetric.Datum(
                    new double[0], new double[0], set.sum(), set.sampleCount(), set.minimum(), set.maximum());
        }
        List<Double> values = datum.hasValues() ? datum.values() : single(datum);
        if (values.size() > MOST_VALUES) {
            throw CloudWatchErrors.invalidValue("The collection Values must not have a size greater than 150.");
        }
        if (datum.hasCounts() && datum.counts().size() != values.size()) {
            throw CloudWatchErrors.invalidCombination("Values and Counts must have the same size.");
        }
        return weighted(
                values,
                datum.hasCounts()
                        ? datum.counts()
                        : values.stream().map(ignored -> 1.0).toList());
    }

    private static List<Double> single(MetricDatum datum) {
        if (datum.value() == null) {
            throw CloudWatchErrors.missing("Value, Values or StatisticValues");
        }
        return List.of(datum.value());
    }

    private static CustomMetric.Datum weighted(List<Double> values, List<Double> counts) {
        double sum = 0;
        double count = 0;
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isFinite(value) || !(counts.get(i) > 0)) {
                throw CloudWatchErrors.invalidValue("Values must be finite and Counts positive: " + value);
            }
            sum += value * counts.get(i);
            count += counts.get(i);
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }
        double[] valueArray = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] countArray = counts.stream().mapToDouble(Double::doubleValue).toArray();
        return new CustomMetric.Datum(valueArray, countArray, sum, count, minimum, maximum);
    }
}
