package io.agentctl.runtime.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Values of one metric over an interval, with how often each came: CloudWatch computes percentiles of these, and of
 * nothing that was summed up before.
 *
 * @param namespace such as {@code agent-runtime/API}
 * @param unit as CloudWatch calls it
 * @param counts of the values, one by one
 */
record MetricSamples(String namespace, String name, String unit, List<Double> values, List<Double> counts) {

    MetricSamples {
        values = List.copyOf(values);
        counts = List.copyOf(counts);
    }

    /**
     * The values of a histogram; neighbours are joined until there are at most so many.
     *
     * @param scale what a recorded number is divided by
     */
    static MetricSamples of(String namespace, String name, String unit, Histogram histogram, double scale, int most) {
        List<Double> values = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (HistogramIterationValue value : histogram.recordedValues()) {
            values.add(histogram.medianEquivalentValue(value.getValueIteratedTo()) / scale);
            counts.add((double) value.getCountAddedInThisIterationStep());
        }
        while (values.size() > most) {
            joinNeighbours(values, counts);
        }
        return new MetricSamples(namespace, name, unit, values, counts);
    }

    /** Joins every value with the next one, at their weighted mean, but for the greatest: alarms are about tails. */
    private static void joinNeighbours(List<Double> values, List<Double> counts) {
        List<Double> joinedValues = new ArrayList<>();
        List<Double> joinedCounts = new ArrayList<>();
        int last = values.size() - 1;
        for (int index = 0; index < last; index += 2) {
            if (index + 1 == last) {
                joinedValues.add(values.get(index));
                joinedCounts.add(counts.get(index));
            } else {
                double count = counts.get(index) + counts.get(index + 1);
                joinedValues.add((values.get(index) * counts.get(index) + values.get(index + 1) * counts.get(index + 1))
                        / count);
                joinedCounts.add(count);
            }
        }
        joinedValues.add(values.get(last));
        joinedCounts.add(counts.get(last));
        values.clear();
        values.addAll(joinedValues);
        counts.clear();
        counts.addAll(joinedCounts);
    }
}
