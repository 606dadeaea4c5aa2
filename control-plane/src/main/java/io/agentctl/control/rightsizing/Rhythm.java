package io.agentctl.control.rightsizing;

import java.time.Duration;

/**
 * What repeats: the share of the variance that a profile explains, times how well the profile of one half of the data
 * agrees with that of the other, so that chance does not pass for rhythm.
 */
final class Rhythm {

    /** From here on a rhythm is worth a word. */
    static final double WORTH_SAYING = 0.2;

    /** A standard deviation below this share of the mean is no rhythm, whatever it follows. */
    private static final double LEAST_SWING = 0.02;

    private static final int HOURS = 24;
    private static final int WEEK = 7;
    private static final int LEAST_DAYS = 2;
    private static final int DAYS_FOR_WEEKLY = 14;

    private Rhythm() {}

    /** Of the hours of the day, 0 to 1; 0 with less than two days. */
    static double daily(Demand demand) {
        int perDay = demand.samplesIn(Duration.ofDays(1));
        int days = demand.size() / perDay;
        if (days < LEAST_DAYS || perDay < HOURS) {
            return 0;
        }
        double[] values = new double[days * HOURS];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = average(demand, slot * perDay / HOURS, (slot + 1) * perDay / HOURS);
        }
        return repeated(values, HOURS);
    }

    /** Of the days of the week, 0 to 1; 0 with less than two weeks. */
    static double weekly(Demand demand) {
        int perDay = demand.samplesIn(Duration.ofDays(1));
        int days = demand.size() / perDay;
        if (days < DAYS_FOR_WEEKLY) {
            return 0;
        }
        double[] values = new double[days / WEEK * WEEK];
        int skipped = demand.size() - values.length * perDay;
        for (int day = 0; day < values.length; day++) {
            values[day] = average(demand, skipped + day * perDay, skipped + (day + 1) * perDay);
        }
        return repeated(values, WEEK);
    }

    private static double repeated(double[] values, int cycle) {
        double swing = LEAST_SWING * mean(values);
        if (!(variance(values) > swing * swing)) {
            return 0;
        }
        double[] all = profile(values, cycle, 0, 1);
        double agreement = correlation(profile(values, cycle, 0, 2), profile(values, cycle, 1, 2));
        double explained = variance(all) / variance(values);
        double share = explained * Math.max(0, agreement);
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
    }

    /** The mean of every place in the cycle, over every {@code step}th cycle from {@code first}. */
    private static double[] profile(double[] values, int cycle, int first, int step) {
        double[] profile = new double[cycle];
        for (int place = 0; place < cycle; place++) {
            double sum = 0;
            int count = 0;
            for (int index = first * cycle + place; index < values.length; index += step * cycle) {
                if (!Double.isNaN(values[index])) {
                    sum += values[index];
                    count++;
                }
            }
            profile[place] = count == 0 ? Double.NaN : sum / count;
        }
        return profile;
    }

    private static double average(Demand demand, int from, int until) {
        double sum = 0;
        int count = 0;
        for (int index = from; index < until; index++) {
            if (!Double.isNaN(demand.load(index))) {
                sum += demand.load(index);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }

    private static double variance(double[] values) {
        return covariance(values, values);
    }

    private static double correlation(double[] one, double[] other) {
        return covariance(one, other) / Math.sqrt(variance(one) * variance(other));
    }

    private static double covariance(double[] one, double[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double sum = 0;
        int count = 0;
        for (int index = 0; index < one.length; index++) {
            double product = (one[index] - meanOne) * (other[index] - meanOther);
            if (!Double.isNaN(product)) {
                sum += product;
                count++;
            }
        }
        return sum / count;
    }
}
