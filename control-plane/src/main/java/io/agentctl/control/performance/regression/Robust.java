package io.agentctl.control.performance.regression;

import java.util.Arrays;

/** Figures that single values cannot move far. */
final class Robust {

    /** The median absolute deviation of normal values, times this, is their standard deviation. */
    private static final double TO_DEVIATION = 1.4826;
    /** Values are drawn in to this many deviations from their median: 0.3 % of normal ones are. */
    private static final double FENCE = 3;

    private Robust() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double median(double[] values, int from, int to) {
        return median(Arrays.copyOfRange(values, from, to));
    }

    /** The standard deviation of residuals, were they normal, from their usual size; 0 only if all are 0. */
    static double scale(double[] residuals) {
        double[] sizes = Arrays.stream(residuals).map(Math::abs).toArray();
        double usual = TO_DEVIATION * median(sizes);
        return usual > 0
                ? usual
                : Math.sqrt(Math.PI / 2) * Arrays.stream(sizes).average().orElse(0);
    }

    /** Residuals drawn in to three deviations. */
    static double[] drawnIn(double[] residuals) {
        double fence = FENCE * scale(residuals);
        return Arrays.stream(residuals)
                .map(residual -> Math.clamp(residual, -fence, fence))
                .toArray();
    }
}
