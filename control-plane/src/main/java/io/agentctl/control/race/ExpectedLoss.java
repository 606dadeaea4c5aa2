package io.agentctl.control.race;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each size is expected to be worse than the best of a few, as a share: sizes that look alike are drawn
 * together first, by empirical Bayes (C. N. Morris, "Parametric empirical Bayes inference", JASA 78, 1983), so that the
 * luckiest of equals is not taken for the best. The criterion of stopping and choosing is that of expected opportunity
 * cost (S. Chick, K. Inoue, "New two-stage and sequential procedures for selecting the best simulated system",
 * Operations Research 49, 2001).
 */
final class ExpectedLoss {

    private static final int STEPS = 400;
    private static final double REACH = 6;

    /** So that values known exactly have finite weights. */
    private static final double LEAST_VARIANCE = 1e-12;

    private ExpectedLoss() {}

    static Map<LambdaSize, Double> of(Map<LambdaSize, Estimate> values, Collection<LambdaSize> sizes) {
        double centre = 0;
        double weights = 0;
        double noise = 0;
        for (LambdaSize size : sizes) {
            Estimate own = values.get(size);
            double weight = 1 / Math.max(own.relativeVariance(), LEAST_VARIANCE);
            centre += weight * own.logMean();
            weights += weight;
            noise += own.relativeVariance() / sizes.size();
        }
        centre /= weights;
        double between = between(values, sizes, centre, noise);
        Map<LambdaSize, Double> means = new LinkedHashMap<>();
        Map<LambdaSize, Double> deviations = new LinkedHashMap<>();
        for (LambdaSize size : sizes) {
            Estimate own = values.get(size);
            double sum = between + own.relativeVariance();
            double trust = sum == 0 ? 1 : between / sum;
            means.put(size, centre + trust * (own.logMean() - centre));
            deviations.put(size, Math.sqrt(trust * own.relativeVariance()));
        }
        double best = expectedLeast(means, deviations);
        Map<LambdaSize, Double> losses = new LinkedHashMap<>();
        means.forEach((size, mean) -> losses.put(size, Math.max(0, mean - best)));
        return losses;
    }

    /** The variance of the true values, at least what chance may hide of it: the error of its own estimate. */
    private static double between(
            Map<LambdaSize, Estimate> values, Collection<LambdaSize> sizes, double centre, double noise) {
        double degrees = Math.max(1, sizes.size() - 1);
        double spread = 0;
        for (LambdaSize size : sizes) {
            double distance = values.get(size).logMean() - centre;
            spread += distance * distance / degrees;
        }
        return Math.max(spread - noise, noise * Math.sqrt(2 / degrees));
    }

    /** The expectation of the least: the integral of the probability that all are above. */
    private static double expectedLeast(Map<LambdaSize, Double> means, Map<LambdaSize, Double> deviations) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (Map.Entry<LambdaSize, Double> mean : means.entrySet()) {
            double reach = REACH * deviations.get(mean.getKey());
            low = Math.min(low, mean.getValue() - reach);
            high = Math.min(high, mean.getValue() + reach);
        }
        double step = (high - low) / STEPS;
        double expected = low;
        for (int index = 0; index < STEPS && step > 0; index++) {
            expected += step * allAbove(means, deviations, low + (index + 0.5) * step);
        }
        return expected;
    }

    private static double allAbove(Map<LambdaSize, Double> means, Map<LambdaSize, Double> deviations, double bound) {
        double product = 1;
        for (Map.Entry<LambdaSize, Double> mean : means.entrySet()) {
            double deviation = deviations.get(mean.getKey());
            product *= deviation == 0
                    ? (mean.getValue() >= bound ? 1 : 0)
                    : Normal.below((mean.getValue() - bound) / deviation);
        }
        return product;
    }
}
