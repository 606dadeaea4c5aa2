package io.agentctl.control.performance.regression;

import java.util.Arrays;

/**
 * By how much values lie above others: the middle of the differences of all pairs, with an interval that holds the
 * truth in 95 of 100 cases (Hodges and Lehmann 1963; Lehmann, "Nonparametrics", 2.3), widened where neighbours have
 * something in common.
 *
 * @param middle the estimate
 * @param low the lower end of the interval
 * @param high the upper end
 */
record Shift(double middle, double low, double high) {

    private static final double DEVIATIONS = 1.96;
    /** Pairs are the product of both counts: of long parts, those nearest to the change are taken. */
    private static final int MOST = 300;

    /** The shift from the values before an index to those from it on, between two other indexes. */
    static Shift at(double[] values, int from, int at, int to, double rho) {
        double[] before = Arrays.copyOfRange(values, Math.max(from, at - MOST), at);
        double[] after = Arrays.copyOfRange(values, at, Math.min(to, at + MOST));
        double[] differences = new double[before.length * after.length];
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < after.length; j++) {
                differences[i * after.length + j] = after[j] - before[i];
            }
        }
        Arrays.sort(differences);
        double a = before.length;
        double b = after.length;
        double widening =
                (Dependence.ofMean(before.length, rho) + Dependence.ofMean(after.length, rho)) / (1 / a + 1 / b);
        double reach = DEVIATIONS * Math.sqrt(a * b * (a + b + 1) / 12 * widening);
        int low = Math.clamp((long) Math.floor(a * b / 2 - reach), 0, differences.length - 1);
        return new Shift(Robust.median(differences), differences[low], differences[differences.length - 1 - low]);
    }
}
