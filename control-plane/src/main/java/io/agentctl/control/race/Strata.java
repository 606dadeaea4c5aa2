package io.agentctl.control.race;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Warm and cold invocations are two distributions, each estimated for itself; a mean that is asked for is {@code (1 −
 * s) × warm mean + s × cold mean} at an expected cold share {@code s}. At a share of 0 only warm invocations count, so
 * that the cold starts that measuring itself brings about do not; unless hardly any invocation is ever warm. Then that
 * is what the function is like, and all of it counts alike.
 */
final class Strata {

    /** Invocations of a kind that a judgement needs. */
    static final int ENOUGH = 3;

    /** Only after so many invocations a size, for the first of every environment is cold. */
    private static final int BELIEVED_PER_SIZE = 8;

    private static final double HARDLY_WARM = 0.8;

    private static final Predicate<Measurement> COLD = Measurement::cold;
    private static final Predicate<Measurement> WARM = COLD.negate();

    private final Map<LambdaSize, List<Measurement>> measured;
    private final double coldShare;
    private final boolean pooled;

    Strata(Map<LambdaSize, List<Measurement>> measured, double coldShare) {
        this.measured = measured;
        this.coldShare = coldShare;
        this.pooled = coldShare == 0 && hardlyEverWarm(measured);
    }

    /** Whether warm and cold count alike, because hardly any invocation was warm. */
    boolean pooled() {
        return pooled;
    }

    /** Whether a size has enough invocations of each kind to be judged: the median of three survives one outlier. */
    boolean enough(LambdaSize size) {
        List<Measurement> own =
                measured.get(size).stream().filter(Measurement::succeeded).toList();
        long cold = own.stream().filter(Measurement::cold).count();
        if (pooled) {
            return own.size() >= ENOUGH;
        }
        return (coldShare == 0 || cold >= ENOUGH) && (coldShare == 1 || own.size() - cold >= ENOUGH);
    }

    /** The mean of a value for every size that has enough invocations of each kind to be judged at all. */
    Map<LambdaSize, Estimate> means(ToDoubleFunction<Measurement> value) {
        if (pooled) {
            return SharedTailMeans.of(values(value, Measurement::succeeded), this::rounding);
        }
        if (coldShare == 0) {
            return SharedTailMeans.of(values(value, WARM), this::rounding);
        }
        Map<LambdaSize, Estimate> cold = SharedTailMeans.of(values(value, COLD), this::rounding);
        if (coldShare == 1) {
            return cold;
        }
        Map<LambdaSize, Estimate> mixed = new LinkedHashMap<>();
        SharedTailMeans.of(values(value, WARM), this::rounding).forEach((size, warm) -> {
            if (cold.containsKey(size)) {
                mixed.put(size, warm.mixedWith(cold.get(size), 1 - coldShare));
            }
        });
        return mixed;
    }

    /** A percentile of the response of every size, in the mixture. */
    Map<LambdaSize, Estimate> responsePercentiles(double share) {
        if (pooled) {
            return new MixedPercentile(values(Measurement::responseMs, Measurement::succeeded), Map.of(), 0)
                    .estimates(share);
        }
        return new MixedPercentile(
                        coldShare == 1 ? Map.of() : values(Measurement::responseMs, WARM),
                        coldShare == 0 ? Map.of() : values(Measurement::responseMs, COLD),
                        coldShare)
                .estimates(share);
    }

    private Map<LambdaSize, double[]> values(ToDoubleFunction<Measurement> value, Predicate<Measurement> kind) {
        Map<LambdaSize, double[]> values = new TreeMap<>();
        measured.forEach((size, own) -> values.put(
                size,
                own.stream()
                        .filter(Measurement::succeeded)
                        .filter(kind)
                        .mapToDouble(value)
                        .toArray()));
        return values;
    }

    /** AWS bills by the millisecond begun: that step against the median billed duration, in the logarithm. */
    private double rounding(LambdaSize size) {
        double[] billed = measured.get(size).stream()
                .filter(Measurement::succeeded)
                .mapToDouble(Measurement::billedMs)
                .toArray();
        return Math.log1p(1 / Math.max(1, LogNoise.median(billed)));
    }

    private static boolean hardlyEverWarm(Map<LambdaSize, List<Measurement>> measured) {
        List<Measurement> all = measured.values().stream()
                .flatMap(List::stream)
                .filter(Measurement::succeeded)
                .toList();
        long cold = all.stream().filter(COLD).count();
        return all.size() >= BELIEVED_PER_SIZE * measured.size() && cold > HARDLY_WARM * all.size();
    }
}
