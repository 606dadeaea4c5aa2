package io.agentctl.control.race;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What AWS Lambda Power Tuning 4.4 advises: a fixed number of invocations at each size, a fifth trimmed at each end,
 * the mean of billed durations rounded up, no request charge.
 */
final class PowerTuningRule {

    static final int INVOCATIONS_PER_SIZE = 50;

    private static final double TRIM = 0.2;

    private PowerTuningRule() {}

    static LambdaSize advise(TrialFunction function, Objective objective, SplittableRandom random) {
        Map<LambdaSize, Double> cost = new TreeMap<>();
        Map<LambdaSize, Double> time = new TreeMap<>();
        for (LambdaSize size : function.sizes()) {
            double[] billed = new double[INVOCATIONS_PER_SIZE];
            Arrays.setAll(billed, ignored -> function.draw(size, random).billedMs());
            double mean = trimmedMean(billed);
            time.put(size, mean);
            cost.put(
                    size,
                    Math.ceil(mean)
                            * size.memoryMb()
                            * TrialFunction.RATES.get(size.architecture()).gbSecond());
        }
        return switch (objective) {
            case Objective.Cost ignored -> best(cost, time);
            case Objective.Speed ignored -> best(time, cost);
            case Objective.Balanced balanced -> best(TrialFunction.balance(cost, time, balanced.weight()), time);
            case Objective.Slo ignored -> throw new IllegalArgumentException("Power Tuning has no such strategy");
        };
    }

    private static double trimmedMean(double[] values) {
        Arrays.sort(values);
        int trimmed = (int) Math.floor(values.length * TRIM);
        return Arrays.stream(values, trimmed, values.length - trimmed).average().orElseThrow();
    }

    private static LambdaSize best(Map<LambdaSize, Double> first, Map<LambdaSize, Double> second) {
        return first.keySet().stream()
                .min(Comparator.comparingDouble((LambdaSize size) -> first.get(size))
                        .thenComparingDouble(second::get))
                .orElseThrow();
    }
}
