package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A metric that somebody puts: its data as they came, by second. Thread-safe. */
final class CustomMetric implements MetricSource {
    private static final double WHOLE = 100;

    private final String unit;
    private final NavigableMap<Long, List<Datum>> data = new TreeMap<>();

    CustomMetric(String unit) {
        this.unit = unit;
    }

    /**
     * Samples of one moment: values with how often each occurred, or, without values, a statistic set.
     *
     * @param values the distinct values; empty for a statistic set
     * @param counts how often each occurred
     * @param sum the sum of all samples
     * @param count the number of all samples
     * @param minimum the least
     * @param maximum the greatest
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Datum(double[] values, double[] counts, double sum, double count, double minimum, double maximum) {}

    private record Weighted(double value, double count) {}

    synchronized void put(long second, Datum datum) {
        data.computeIfAbsent(second, ignored -> new ArrayList<>()).add(datum);
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public synchronized double value(Statistic statistic, long fromSecond, int periodSeconds, Aggregate scratch) {
        Collection<List<Datum>> within =
                data.subMap(fromSecond, fromSecond + periodSeconds).values();
        return switch (statistic) {
            case Statistic.Basic basic -> {
                scratch.clear();
                within.forEach(moment ->
                        moment.forEach(datum -> scratch.add(datum.sum, datum.count, datum.minimum, datum.maximum)));
                yield basic.of(scratch);
            }
            case Statistic.Percentile percentile -> percentile(within, percentile.rank());
        };
    }

    /** Statistic sets have lost the single values: with one among the data, there is no percentile. */
    private static double percentile(Collection<List<Datum>> within, double rank) {
        List<Weighted> samples = new ArrayList<>();
        double total = 0;
        for (List<Datum> moment : within) {
            for (Datum datum : moment) {
                if (datum.values.length == 0) {
                    return Double.NaN;
                }
                for (int i = 0; i < datum.values.length; i++) {
                    samples.add(new Weighted(datum.values[i], datum.counts[i]));
                    total += datum.counts[i];
                }
            }
        }
        samples.sort(Comparator.comparingDouble(Weighted::value));
        double wanted = total * rank / WHOLE;
        double seen = 0;
        for (Weighted sample : samples) {
            seen += sample.count;
            if (seen >= wanted) {
                return sample.value;
            }
        }
        return Double.NaN;
    }
}
