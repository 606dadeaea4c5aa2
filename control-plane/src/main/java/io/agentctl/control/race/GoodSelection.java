package io.agentctl.control.race;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/**
 * The probability that a size is within the indifference zone of the best, given what was measured: the posterior of
 * independent normal means under a flat prior (S.-H. Kim, B. Nelson, "Selecting the best system", Handbooks in OR 13,
 * 2006, on probability of good selection; Chen et al. 2000 for its Bayesian form).
 */
final class GoodSelection {

    private static final int STEPS = 120;
    private static final double REACH = 6;

    private final Map<LambdaSize, Estimate> values;
    private final double zone;

    GoodSelection(Map<LambdaSize, Estimate> values, double indifferenceZone) {
        this.values = values;
        this.zone = Math.log1p(indifferenceZone);
    }

    /** The size among candidates that is most probably good. */
    LambdaSize mostProbable(Collection<LambdaSize> candidates) {
        return candidates.stream()
                .max(Comparator.comparingDouble(this::probability)
                        .thenComparingDouble(size -> -values.get(size).mean()))
                .orElseThrow();
    }

    /** The probability that no size's value is under this one's by more than the zone. */
    double probability(LambdaSize chosen) {
        Estimate own = values.get(chosen);
        double sum = 0;
        double weights = 0;
        for (int step = 0; step <= STEPS; step++) {
            double score = -REACH + 2 * REACH * step / STEPS;
            double weight = Normal.density(score);
            weights += weight;
            sum += weight * noneBelow(chosen, own.logMean() + score * deviation(own) - zone);
        }
        return Math.clamp(sum / weights, 0, 1);
    }

    private double noneBelow(LambdaSize chosen, double bound) {
        double product = 1;
        for (Map.Entry<LambdaSize, Estimate> other : values.entrySet()) {
            if (!other.getKey().equals(chosen)) {
                product *= above(other.getValue(), bound);
            }
        }
        return product;
    }

    private static double above(Estimate other, double bound) {
        double deviation = deviation(other);
        if (deviation == 0) {
            return other.logMean() >= bound ? 1 : 0;
        }
        return Normal.below((other.logMean() - bound) / deviation);
    }

    /** Few degrees of freedom make for wider tails: the variance of Student's distribution. */
    private static double deviation(Estimate estimate) {
        double degrees = Math.max(3, estimate.degreesOfFreedom());
        return Math.sqrt(estimate.relativeVariance() * degrees / (degrees - 2));
    }
}
