package io.agentctl.control.race;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Means of a few positive values for each size, robust to the one slow outlier and without its bias.
 *
 * <p>Robust credibility (A. Gisler, P. Reinhard, "Robust credibility", ASTIN Bulletin 23, 1993; H. Bühlmann 1967): what
 * lies within a wide band about a size's median counts for that size; what lies beyond is not thrown away but is an
 * excess, which all sizes share in proportion to their medians, until the sizes have shown that their excesses differ.
 * Then each keeps the more of its own the more invocations it has. The estimate tends to the mean, which trimming does
 * not.
 *
 * <p>Variances are moderated: a size's own is drawn to that of all sizes, for relative noise is much the same at every
 * size (G. K. Smyth, "Linear models and empirical Bayes methods", 2004).
 */
final class SharedTailMeans {

    /** The band's half width in robust standard deviations of the logarithm. */
    private static final double BAND = 3.5;

    /** What the variance of all sizes counts for against a size's own, in invocations. */
    private static final double PRIOR_DEGREES = 10;

    /** The variance of a rounding error over a step. */
    private static final double UNIFORM_VARIANCE = 1 / 12.0;

    /** From so many invocations on, a size's own noise can widen its band. */
    private static final int ENOUGH_FOR_OWN_BAND = 6;

    private final Map<LambdaSize, Banded> banded = new LinkedHashMap<>();
    private double pooledVariance;
    private double pooledDegrees;

    private SharedTailMeans() {}

    /**
     * Estimates every size's mean.
     *
     * @param values above zero, in the order of measuring; sizes without any get no estimate
     * @param rounding the step that billing rounds to, relative to a size's usual value: no noise is taken to be less
     */
    static Map<LambdaSize, Estimate> of(Map<LambdaSize, double[]> values, ToDoubleFunction<LambdaSize> rounding) {
        return new SharedTailMeans().estimate(values, rounding);
    }

    private Map<LambdaSize, Estimate> estimate(
            Map<LambdaSize, double[]> values, ToDoubleFunction<LambdaSize> rounding) {
        double scale = LogNoise.of(values.values());
        values.forEach((size, own) -> {
            if (own.length > 0) {
                double step = rounding.applyAsDouble(size);
                banded.put(size, Banded.of(own, BAND * bandScale(own, scale) + step, step * step * UNIFORM_VARIANCE));
            }
        });
        double squares = banded.values().stream().mapToDouble(Banded::squares).sum();
        pooledDegrees = banded.values().stream().mapToDouble(Banded::degrees).sum();
        pooledVariance = pooledDegrees == 0 ? 0 : squares / pooledDegrees;
        SharedExcess excess = SharedExcess.of(banded.values());
        Map<LambdaSize, Estimate> estimates = new LinkedHashMap<>();
        banded.forEach((size, own) -> estimates.put(size, estimate(own, excess)));
        return estimates;
    }

    private Estimate estimate(Banded own, SharedExcess excess) {
        double prior = Math.min(PRIOR_DEGREES, pooledDegrees);
        double degrees = Math.max(1, prior + own.degrees());
        double variance = Math.max(own.leastVariance(), (prior * pooledVariance + own.squares()) / degrees);
        double factor = own.mean() + excess.ownShare(own);
        double relative = variance / own.count() / (factor * factor) + excess.variance(own);
        return new Estimate(own.centre() * factor, relative, degrees, own.count(), own.settled());
    }

    private static double bandScale(double[] own, double common) {
        if (own.length < ENOUGH_FOR_OWN_BAND) {
            return common;
        }
        return Math.max(common, LogNoise.of(Collections.singletonList(own)));
    }
}
