package io.agentctl.control.alarms.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a series goes up or down over days, and how fast: the slope after Theil and Sen, where the test of Mann and
 * Kendall says that there is one (Hirsch et al., Techniques of trend analysis for monthly water quality data, 1982).
 */
final class Trend {

    /** Fewer days can be in order by chance. */
    private static final int FEWEST_DAYS = 5;
    /** One in ten series without a trend is taken for one with: what that costs is a threshold somewhat far. */
    private static final double SIGNIFICANT = 1.645;

    private Trend() {}

    /**
     * How much the middle of a day rises from one day to the next; 0 where nothing proves a trend.
     *
     * @param values NaN for none
     * @param counted which of them count
     * @param day how many values make one
     */
    static double perDay(double[] values, boolean[] counted, int day) {
        List<double[]> middles = new ArrayList<>();
        for (int start = 0; start + day <= values.length; start += day) {
            double[] present = present(values, counted, start, start + day);
            if (present.length > day / 3) {
                middles.add(new double[] {(double) start / day, median(present)});
            }
        }
        int days = middles.size();
        if (days < FEWEST_DAYS) {
            return 0;
        }
        int rises = 0;
        double[] slopes = new double[days * (days - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < days; i++) {
            for (int j = i + 1; j < days; j++) {
                double rise = middles.get(j)[1] - middles.get(i)[1];
                rises += (int) Math.signum(rise);
                slopes[pairs++] = rise / (middles.get(j)[0] - middles.get(i)[0]);
            }
        }
        double deviation = Math.sqrt(days * (days - 1.0) * (2 * days + 5) / 18);
        return (Math.abs(rises) - 1) / deviation > SIGNIFICANT ? median(slopes) : 0;
    }

    private static double[] present(double[] values, boolean[] counted, int from, int to) {
        double[] present = new double[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (counted[i] && !Double.isNaN(values[i])) {
                present[count++] = values[i];
            }
        }
        return Arrays.copyOf(present, count);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
