package io.agentctl.control.race;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The excess of outliers, shared among sizes.
 *
 * @param mean over all invocations
 * @param within variance of one invocation's excess
 * @param between variance of the sizes' true excesses, after DerSimonian and Laird (1986), and what is hidden of it
 * @param hidden how much of that chance may hide: the standard error of the estimate; and of extremes likewise
 * @param extreme mean over all invocations of what is extreme
 */
record SharedExcess(double mean, double within, double between, double hidden, double extreme) {

    /** One outlier by this share is taken to have been seen besides those that were: the next one may be the first. */
    private static final double UNSEEN = 0.3;

    static SharedExcess of(Collection<Banded> sizes) {
        double count = sum(sizes, Banded::count);
        double mean = sum(sizes, own -> own.count() * own.excessMean()) / count;
        double degrees = sum(sizes, Banded::degrees);
        double within = (sum(sizes, Banded::excessSquares) + UNSEEN * UNSEEN) / (degrees + 1);
        double extreme = sum(sizes, own -> own.count() * own.extremeMean()) / count;
        double scale = count - sum(sizes, own -> own.count() * own.count()) / count;
        if (scale <= 0) {
            return new SharedExcess(mean, within, 0, 0, extreme);
        }
        double rivals = sizes.size() - 1;
        double spread = sum(sizes, own -> own.count() * Math.pow(own.excessMean() - mean, 2));
        double error = Math.sqrt(2 * rivals) * within / scale;
        double between = (spread - rivals * within) / scale;
        double extremeError = Math.sqrt(2 * rivals) * sum(sizes, Banded::extremeSquares) / count / scale;
        return new SharedExcess(mean, within, Math.max(0, between) + error, error + extremeError, extreme);
    }

    /** What a size counts as its excess: all sizes' mean, drawn to its own as far as that can be trusted. */
    double ownShare(Banded own) {
        return extreme + mean + trust(own) * (own.excessMean() - mean);
    }

    /** The variance of {@link #ownShare}. */
    double variance(Banded own) {
        return between * (1 - trust(own)) + hidden;
    }

    private double trust(Banded own) {
        return between == 0 ? 0 : between / (between + within / own.count());
    }

    private static double sum(Collection<Banded> sizes, ToDoubleFunction<Banded> what) {
        return sizes.stream().mapToDouble(what).sum();
    }
}
