package io.agentctl.control.performance.regression;

import io.agentctl.control.performance.regression.SeriesVerdict.Season;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Takes out what recurs each day or week, by the hour, where there is enough of it: four cycles, and each told better
 * by the others than by nothing. Noise is left as it is, since what others say of it is worth less than nothing.
 */
final class Seasons {

    private static final int ENOUGH_CYCLES = 4;
    /** So much nearer must values be to what other cycles say than to their cycle's median. */
    private static final double NEARER = 0.9;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

    private final Season season;
    private final double[] values;

    private Seasons(Season season, double[] values) {
        this.season = season;
        this.values = values;
    }

    /** What was taken out. */
    Season season() {
        return season;
    }

    /** What is left. */
    double[] values() {
        return values.clone();
    }

    /** Takes out what recurs in samples whose values, in their order, may be on another scale. */
    static Seasons removed(List<Sample> samples, double[] values) {
        double[] week = without(samples, values, HOURS_A_WEEK);
        if (week.length > 0) {
            return new Seasons(Season.WEEK, week);
        }
        double[] day = without(samples, values, HOURS_A_DAY);
        return day.length > 0 ? new Seasons(Season.DAY, day) : new Seasons(Season.NONE, values);
    }

    /** The values without what recurs after so many hours; none if it is not worth it. */
    private static double[] without(List<Sample> samples, double[] values, int hours) {
        Instant start = samples.getFirst().time();
        int[] hour = new int[values.length];
        int[] cycle = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            Instant time = samples.get(i).time();
            hour[i] = (int) Math.floorMod(time.getEpochSecond() / HOUR.toSeconds(), (long) hours);
            cycle[i] = (int) (Duration.between(start, time).toHours() / hours);
        }
        int cycles = cycle[values.length - 1] + 1;
        if (cycles < ENOUGH_CYCLES) {
            return new double[0];
        }
        double[] level = medians(values, cycle, cycles, -1, new int[0]);
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = values[i] - level[cycle[i]];
        }
        if (!recurs(residuals, hour, hours, cycle, cycles)) {
            return new double[0];
        }
        double[] usual = medians(residuals, hour, hours, -1, cycle);
        double middle = Robust.median(
                Arrays.stream(hour).mapToDouble(each -> usual[each]).toArray());
        double[] rest = values.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= usual[hour[i]] - middle;
        }
        return rest;
    }

    private static boolean recurs(double[] residuals, int[] hour, int hours, int[] cycle, int cycles) {
        double told = 0;
        double untold = 0;
        for (int left = 0; left < cycles; left++) {
            double[] others = medians(residuals, hour, hours, left, cycle);
            for (int i = 0; i < residuals.length; i++) {
                if (cycle[i] == left) {
                    told += Math.abs(residuals[i] - others[hour[i]]);
                    untold += Math.abs(residuals[i]);
                }
            }
        }
        return told < NEARER * untold;
    }

    /** The median of each bin's values, 0 for an empty one; those of one cycle may be left out. */
    private static double[] medians(double[] values, int[] bin, int bins, int leftOut, int[] cycle) {
        double[][] sorted = new double[bins][values.length / bins + 1];
        int[] counts = new int[bins];
        for (int i = 0; i < values.length; i++) {
            if (leftOut >= 0 && cycle[i] == leftOut) {
                continue;
            }
            int b = bin[i];
            if (counts[b] == sorted[b].length) {
                sorted[b] = Arrays.copyOf(sorted[b], 2 * counts[b]);
            }
            sorted[b][counts[b]++] = values[i];
        }
        double[] medians = new double[bins];
        for (int b = 0; b < bins; b++) {
            medians[b] = counts[b] == 0 ? 0 : Robust.median(sorted[b], 0, counts[b]);
        }
        return medians;
    }
}
