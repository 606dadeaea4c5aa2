package io.agentctl.sandbox.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What somebody puts into a metric: data as they came, by second. Thread-safe. */
final class CustomMetric {
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
    record Datum(double[] values, double[] counts, double sum, double count, double minimum, double maximum) {
        private void collect(Distribution into) {
            if (values.length == 0) {
                into.addSet(sum, count, minimum, maximum);
            }
            for (int i = 0; i < values.length; i++) {
                into.add(values[i], counts[i]);
            }
        }
    }

    synchronized void put(long second, Datum datum) {
        data.computeIfAbsent(second, ignored -> new ArrayList<>(1)).add(datum);
    }

    String unit() {
        return unit;
    }

    synchronized void collect(long fromSecond, int seconds, Distribution into) {
        data.subMap(fromSecond, fromSecond + seconds)
                .values()
                .forEach(moment -> moment.forEach(datum -> datum.collect(into)));
    }
}
