package io.agentctl.control.race;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The excess of outliers, shared among sizes.
 *
 * @param mean over all invocations
 * @param within variance of one invocation's excess
 * @param between variance of the sizes' true excesses, after DerSimonian and Laird (1986): 0 until they visibly differ
 * @param hidden how much of it chance may hide: the standard error of that estimate
 */
record SharedExcess(double mean, double within, double between, double hidden) {

    /** Standard errors above zero from which on sizes visibly differ. */
    private static final double VISIBLE = 2;

    static SharedExcess of(Collection<Banded> sizes) {
        double count = sum(sizes, Banded::count);
        double mean = sum(sizes, own -> own.count() * own.excessMean()) / count;
        double degrees = sum(sizes, Banded::degrees);
        double within = degrees == 0 ? 0 : sum(sizes, Banded::excessSquares) / degrees;
        double scale = count - sum(sizes, own -> own.count() * own.count()) / count;
        if (within == 0 || scale <= 0) {
            return new SharedExcess(mean, within, 0, 0);
        }
        double rivals = sizes.size() - 1;
        double spread = sum(sizes, own -> own.count() * Math.pow(own.excessMean() - mean, 2));
        double error = Math.sqrt(2 * rivals) * within / scale;
        double between = (spread - rivals * within) / scale;
        return new SharedExcess(mean, within, Math.max(0, between - VISIBLE * error), error);
    }

    /** What a size counts as its excess: all sizes' mean, drawn to its own as far as that can be trusted. */
    double ownShare(Banded own) {
        return mean + trust(own) * (own.excessMean() - mean);
    }

    /** The variance of {@link #ownShare}. */
    double variance(Banded own) {
        return (between + hidden) * (1 - trust(own));
    }

    private double trust(Banded own) {
        return between == 0 ? 0 : between / (between + within / own.count());
    }

    private static double sum(Collection<Banded> sizes, ToDoubleFunction<Banded> what) {
        return sizes.stream().mapToDouble(what).sum();
    }
}
