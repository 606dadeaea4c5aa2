package io.agentctl.control.performance.regression;

import java.util.Arrays;

/** Ranks from 1, shared among equal values. */
final class Ranks {

    private Ranks() {}

    /** The ranks of the values from one index to before another, among themselves. */
    static double[] of(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        double[] ranks = new double[sorted.length];
        for (int i = 0; i < ranks.length; i++) {
            int first = first(sorted, values[from + i]);
            int end = first;
            while (end < sorted.length && sorted[end] == values[from + i]) {
                end++;
            }
            ranks[i] = (first + 1 + end) / 2.0;
        }
        return ranks;
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
