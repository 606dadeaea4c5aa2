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

    /** A step has to explain this much of the variance between days, and be this large, to be called a shift. */
    private static final double SHIFT_EXPLAINS = 0.8;

    private static final double LEAST_SHIFT = 0.1;

    /** Reads the trend from a typical value of each day, oldest first. */
    static Trend of(double[] daily) {
        if (daily.length < LEAST_DAYS || Arrays.stream(daily).min().orElse(0) <= 0) {
            return NONE;
        }
        double mean = Arrays.stream(daily).average().orElse(0);
        double total = squares(daily, 0, daily.length);
        int step = bestStep(daily);
        double besideStep = squares(daily, 0, step) + squares(daily, step, daily.length);
        if (besideStep <= squaresBesideLine(daily, mean, total)) {
            double shift = average(daily, step, daily.length) / average(daily, 0, step) - 1;
            boolean clear = besideStep <= (1 - SHIFT_EXPLAINS) * total && Math.abs(shift) >= LEAST_SHIFT;
            return new Trend(0, clear ? shift : 0);
        }
        double growth = daily.length >= WEEK + LEAST_PAIRS ? weekOverWeek(daily) : dayOverDay(daily);
        return new Trend(Math.clamp(growth, 0, MOST_GROWTH), 0);
    }

    /** The median growth between the same days of two weeks, which no weekly rhythm can feign; 0 unless all grew. */
    private static double weekOverWeek(double[] daily) {
        double[] growth = new double[daily.length - WEEK];
        for (int day = 0; day < growth.length; day++) {
            growth[day] = daily[day + WEEK] / daily[day] - 1;
        }
        Arrays.sort(growth);
        return growth[0] > 0 ? growth[growth.length / 2] : 0;
    }

    /** Theil and Sen's slope over a week, if Mann and Kendall's test is certain of it. */
    private static double dayOverDay(double[] daily) {
        int count = daily.length;
        double[] slopes = new double[count * (count - 1) / 2];
        int concordant = 0;
        int filled = 0;
        for (int later = 1; later < count; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[filled] = (daily[later] - daily[earlier]) / (later - earlier);
                concordant += (int) Math.signum(slopes[filled]);
                filled++;
            }
        }
        double deviation = Math.sqrt(count * (count - 1.0) * (2.0 * count + 5) / 18);
        if (concordant / deviation < CERTAIN) {
            return 0;
        }
        Arrays.sort(slopes);
        double[] sorted = daily.clone();
        Arrays.sort(sorted);
        return slopes[slopes.length / 2] * WEEK / sorted[count / 2];
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

    private static double squaresBesideLine(double[] daily, double mean, double total) {
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
