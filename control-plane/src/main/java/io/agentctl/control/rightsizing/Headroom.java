package io.agentctl.control.rightsizing;

/**
 * How far above the peaks that were seen the next may go: as far as the daily peaks themselves vary. Peaks that are the
 * same every day are hardly beaten, and peaks that differ from day to day are.
 */
final class Headroom {

    private static final double LEAST = 0.05;
    private static final double LEAST_WITHOUT_A_WEEK = 0.25;
    private static final double MOST = 0.50;
    private static final int DAYS_TO_KNOW_VARIATION = 3;
    private static final int WEEK = 7;

    private Headroom() {}

    /**
     * The headroom, as a share of the highest peak: one standard deviation of the daily peaks, within bounds.
     *
     * @param limit what a day's peak counts for at most, so that a burst which is left out counts as the highest of the
     *     rest
     */
    static double of(Days days, double limit) {
        double[] daily = days.quantiles(1);
        for (int day = 0; day < daily.length; day++) {
            daily[day] = Math.min(daily[day], limit);
        }
        if (daily.length < DAYS_TO_KNOW_VARIATION) {
            return MOST;
        }
        double mean = 0;
        for (double value : daily) {
            mean += value / daily.length;
        }
        double squares = 0;
        for (double value : daily) {
            squares += (value - mean) * (value - mean);
        }
        double variation = mean > 0 ? Math.sqrt(squares / (daily.length - 1)) / mean : 0;
        return Math.clamp(variation, daily.length < WEEK ? LEAST_WITHOUT_A_WEEK : LEAST, MOST);
    }
}
