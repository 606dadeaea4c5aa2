package io.agentctl.control.performance.regression;

import io.agentctl.control.performance.regression.SeededIntervals.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How surprising the most surprising split of normal noise is: what the tables of {@link CriticalValues} were begun
 * with. Up to 14 points they are these figures. Beyond, they lie below them by up to 0.8 of ranks and 0.6 of levels,
 * since a change must also pass between its neighbours, and by both tests at once; how far was found with
 * {@link RegressionBars}.
 */
final class CriticalValuesCalibration {

    private static final int FEWEST = 2 * ChangeSearch.SHORTEST;

    private CriticalValuesCalibration() {}

    /** Prints the table: {@code main [SERIES]}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        for (int length : List.of(10, 11, 12, 13, 14, 16, 18, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, 500, 1000)) {
            double[] ranks = new double[series];
            double[] levels = new double[series];
            Random random = new Random(length);
            for (int i = 0; i < series; i++) {
                double[] noise = Noise.steady(random, length);
                RankScan scan = new RankScan(noise, ChangeSearch.SHORTEST, ChangeSearch.SHORTEST_END);
                for (Interval interval : SeededIntervals.of(length, FEWEST)) {
                    Split split = scan.best(interval.from(), interval.to()).orElse(null);
                    if (split != null) {
                        ranks[i] = Math.max(ranks[i], split.surprise());
                        levels[i] = Math.max(levels[i], LevelTest.surprise(noise, split, 0));
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d points: ranks 1 %% %.2f, 0.25 %% %.2f; levels 1 %% %.2f, 0.25 %% %.2f%n",
                    length,
                    quantile(ranks, 0.99),
                    quantile(ranks, 0.9975),
                    quantile(levels, 0.99),
                    quantile(levels, 0.9975));
        }
    }

    private static double quantile(double[] values, double share) {
        Arrays.sort(values);
        return values[(int) Math.ceil(share * values.length) - 1];
    }
}
