package io.agentctl.control.alarms.replay;

import java.util.Arrays;

/** Statistics over the last so many minutes at each minute, from statistics of single minutes; NaN for none. */
final class SlidingWindows {

    private SlidingWindows() {}

    /** The sum of what there is in the window that ends with each minute; windows that begin before all are short. */
    static double[] sums(double[] minutes, int width) {
        double[] sums = new double[minutes.length];
        double total = 0;
        int present = 0;
        for (int i = 0; i < minutes.length; i++) {
            if (!Double.isNaN(minutes[i])) {
                total += minutes[i];
                present++;
            }
            int gone = i - width;
            if (gone >= 0 && !Double.isNaN(minutes[gone])) {
                total -= minutes[gone];
                present--;
            }
            if (present == 0) {
                // What adding and taking away left over of fractions ends here.
                total = 0;
            }
            sums[i] = present == 0 ? Double.NaN : total;
        }
        return sums;
    }

    /** What all samples came to over how many there were. */
    static double[] averages(double[] sums, double[] counts, int width) {
        double[] total = sums(sums, width);
        double[] samples = sums(counts, width);
        for (int i = 0; i < total.length; i++) {
            total[i] = total[i] / samples[i];
        }
        return total;
    }

    static double[] maxima(double[] minutes, int width) {
        double[] result = new double[minutes.length];
        // Indexes of values that may still be the greatest, greatest first.
        int[] candidates = new int[minutes.length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < minutes.length; i++) {
            if (!Double.isNaN(minutes[i])) {
                while (tail > head && minutes[candidates[tail - 1]] <= minutes[i]) {
                    tail--;
                }
                candidates[tail++] = i;
            }
            if (head < tail && candidates[head] <= i - width) {
                head++;
            }
            result[i] = head < tail ? minutes[candidates[head]] : Double.NaN;
        }
        return result;
    }

    static double[] minima(double[] minutes, int width) {
        double[] negated = negated(minutes);
        return negated(maxima(negated, width));
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }
}
