package io.agentctl.control.alarms.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far a series went on one side, as an alarm of M of N sees it. Higher is further, on whichever side. */
final class Levels {

    private Levels() {}

    /**
     * The threshold below which an alarm would be on, at each time: the Mth highest of the last N values.
     *
     * @param values NaN for none
     * @return negative infinity where fewer than M were measured
     */
    static double[] of(double[] values, int datapoints, int periods) {
        double[] levels = new double[values.length];
        double[] window = new double[periods];
        for (int i = 0; i < values.length; i++) {
            int present = 0;
            for (int j = Math.max(0, i - periods + 1); j <= i; j++) {
                if (!Double.isNaN(values[j])) {
                    window[present++] = values[j];
                }
            }
            if (present < datapoints) {
                levels[i] = Double.NEGATIVE_INFINITY;
            } else {
                Arrays.sort(window, 0, present);
                levels[i] = window[present - datapoints];
            }
        }
        return levels;
    }

    /**
     * The highest level of each block of time.
     *
     * @param counted which times count
     * @param length of a block
     * @return those of blocks of which most counts
     */
    static double[] maxima(double[] levels, boolean[] counted, int length) {
        List<Double> maxima = new ArrayList<>();
        for (int start = 0; start + length / 2 < levels.length; start += length) {
            int end = Math.min(start + length, levels.length);
            double highest = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int i = start; i < end; i++) {
                if (counted[i]) {
                    highest = Math.max(highest, levels[i]);
                    count++;
                }
            }
            if (count > length / 2 && highest > Double.NEGATIVE_INFINITY) {
                maxima.add(highest);
            }
        }
        return maxima.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
