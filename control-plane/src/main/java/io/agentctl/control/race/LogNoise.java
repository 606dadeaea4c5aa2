package io.agentctl.control.race;

import java.util.Arrays;
import java.util.Collection;

/**
 * The standard deviation of logarithms within sizes, from differences of successive values: their median, so that
 * outliers do not matter, and their succession, so that drift does not.
 */
final class LogNoise {

    /** The median of |difference| of two independent standard normal values: 0.6745 × √2. */
    private static final double MEDIAN_DIFFERENCE = 0.953873;

    private LogNoise() {}

    static double of(Collection<double[]> values) {
        double[] differences = new double
                [values.stream().mapToInt(own -> Math.max(0, own.length - 1)).sum()];
        int next = 0;
        for (double[] own : values) {
            for (int index = 1; index < own.length; index++) {
                differences[next++] = Math.abs(Math.log(own[index] / own[index - 1]));
            }
        }
        return differences.length == 0 ? 0 : median(differences) / MEDIAN_DIFFERENCE;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
