package io.agentctl.control.rightsizing;

import java.util.Arrays;

/**
 * Where the typical day is going.
 *
 * @param growthPerWeek relative growth a week that is expected to go on, 0 to {@value #MOST_GROWTH}; 0 if none is
 *     certain
 * @param levelShift relative change where one step explains the days better than a line; 0 if none does
 */
record Trend(double growthPerWeek, double levelShift) {

    static final Trend NONE = new Trend(0, 0);

    /** Growth is not extrapolated further than half as much again in a week. */
    static final double MOST_GROWTH = 0.50;

    private static final int LEAST_DAYS = 5;
    private static final int WEEK = 7;
    private static final int LEAST_PAIRS = 3;

    /** One-sided 1 % of the normal distribution: the Mann-Kendall statistic has to pass it. */
    private static final double CERTAIN = 2.33;

    /**
     * A step has to explain this much of the variance between days, and be this large, to be called a shift. Of a
     * straight line the best step explains three quarters.
     */
    private static final double SHIFT_EXPLAINS = 0.8;

    private static final double LEAST_SHIFT = 0.1;

    /** Growth below this share a week is not told from none. */
    private static final double LEAST_GROWTH = 0.01;

    /** Reads the trend from a typical value of each day, oldest first. */
    static Trend of(double[] daily) {
        if (daily.length < LEAST_DAYS || Arrays.stream(daily).min().orElse(0) <= 0) {
            return NONE;
        }
        double total = squares(daily, 0, daily.length);
        int step = bestStep(daily);
        double besideStep = squares(daily, 0, step) + squares(daily, step, daily.length);
        double shift = average(daily, step, daily.length) / average(daily, 0, step) - 1;
        boolean shifted = besideStep <= (1 - SHIFT_EXPLAINS) * total && Math.abs(shift) >= LEAST_SHIFT;
        if (shifted) {
            return new Trend(0, shift);
        }
        double growth;
        if (daily.length >= WEEK + LEAST_PAIRS) {
            growth = weekOverWeek(daily);
        } else {
            growth = besideStep <= squaresBesideLine(daily, total) ? 0 : dayOverDay(daily);
        }
        return new Trend(growth < LEAST_GROWTH ? 0 : Math.min(growth, MOST_GROWTH), 0);
    }

    /**
     * The median growth between the same days of two weeks, which no weekly rhythm can feign. 0 unless all grew, and
     * grew alike: a step between two weeks leaves some pairs of days as they were.
     */
    private static double weekOverWeek(double[] daily) {
        double[] rises = new double[daily.length - WEEK];
        double[] growth = new double[rises.length];
        for (int day = 0; day < rises.length; day++) {
            rises[day] = daily[day + WEEK] - daily[day];
            growth[day] = daily[day + WEEK] / daily[day] - 1;
        }
        Arrays.sort(growth);
        boolean steady = squares(rises, 0, rises.length) <= squaresBesideSteps(rises);
        return growth[0] > 0 && steady ? growth[growth.length / 2] : 0;
    }

    /** What the best step leaves unexplained of the rises from one week to the next; a step touches seven pairs. */
    private static double squaresBesideSteps(double[] rises) {
        double least = Double.POSITIVE_INFINITY;
        for (int from = 1 - WEEK; from < rises.length; from++) {
            int first = Math.max(0, from);
            int until = Math.min(rises.length, from + WEEK);
            double rest = 0;
            for (int day = 0; day < rises.length; day++) {
                rest += day < first || day >= until ? rises[day] * rises[day] : 0;
            }
            if (until - first < rises.length) {
                least = Math.min(least, rest + squares(rises, first, until));
            }
        }
        return least;
    }

    /**
     * Growth where there are not two weeks to compare: the smaller of the slopes of all days and of the later half, so
     * that working days after a weekend are not taken for it.
     */
    private static double dayOverDay(double[] daily) {
        double[] later = Arrays.copyOfRange(daily, daily.length / 2, daily.length);
        return concordance(daily) < CERTAIN ? 0 : Math.min(slopePerWeek(daily), slopePerWeek(later));
    }

    /** Mann and Kendall's statistic, in standard deviations. */
    private static double concordance(double[] daily) {
        int count = daily.length;
        double concordant = 0;
        for (int later = 1; later < count; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                concordant += Math.signum(daily[later] - daily[earlier]);
            }
        }
        return concordant / Math.sqrt(count * (count - 1.0) * (2.0 * count + 5) / 18);
    }

    /** Theil and Sen's slope over a week, as a share of the median day. */
    private static double slopePerWeek(double[] daily) {
        double[] slopes = new double[daily.length * (daily.length - 1) / 2];
        int filled = 0;
        for (int later = 1; later < daily.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[filled] = (daily[later] - daily[earlier]) / (later - earlier);
                filled++;
            }
        }
        Arrays.sort(slopes);
        double[] sorted = daily.clone();
        Arrays.sort(sorted);
        return slopes[slopes.length / 2] * WEEK / sorted[sorted.length / 2];
    }

    private static int bestStep(double[] daily) {
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step < daily.length; step++) {
            double beside = squares(daily, 0, step) + squares(daily, step, daily.length);
            if (beside < least) {
                least = beside;
                best = step;
            }
        }
        return best;
    }

    private static double squaresBesideLine(double[] daily, double total) {
        double mean = average(daily, 0, daily.length);
        double middle = (daily.length - 1) / 2.0;
        double both = 0;
        double time = 0;
        for (int day = 0; day < daily.length; day++) {
            both += (day - middle) * (daily[day] - mean);
            time += (day - middle) * (day - middle);
        }
        return total - both * both / time;
    }

    private static double squares(double[] values, int from, int to) {
        double mean = average(values, from, to);
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += (values[index] - mean) * (values[index] - mean);
        }
        return sum;
    }

    private static double average(double[] values, int from, int to) {
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += values[index];
        }
        return sum / (to - from);
    }
}
