package io.agentctl.control.metrics;

/** Percentiles of sorted values. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The smallest value that at least a share of the values do not exceed (nearest rank, so always a value that was
     * measured).
     *
     * @param sorted ascending, without NaN
     * @param share 0 to 1
     * @return NaN if there are no values
     */
    public static double of(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /** The share of sorted values, 0 to 1, that are above a limit; 0 if there are no values. */
    public static double shareAbove(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length == 0 ? 0 : (double) (sorted.length - low) / sorted.length;
    }
}
