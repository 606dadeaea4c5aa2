package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Noise;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Durations that were measured. At a size that was measured an invocation is one of its samples. Between two sizes it
 * is interpolated on the logarithm of memory, quantile by quantile; beyond the smallest and the largest, theirs hold.
 */
public final class DurationSamples implements Durations {
    /** Keeps what decides about the start of environments apart from what decides about durations. */
    private static final long INIT = 0x5eed_0f_1717L;

    private final NavigableMap<Integer, Size> sizes = new TreeMap<>();
    private final int memoryNeeded;

    /**
     * A measured invocation.
     *
     * @param durationMs milliseconds, without the start of its environment
     * @param initDurationMs milliseconds of that start; 0 when there was none
     * @param maxMemoryUsedMb MB in use
     */
    public record Sample(double durationMs, double initDurationMs, int maxMemoryUsedMb) {
        /** Validates. */
        public Sample {
            if (!(durationMs > 0 && initDurationMs >= 0 && maxMemoryUsedMb >= 0)) {
                throw new IllegalArgumentException("a sample's duration must be above 0, and nothing in it negative");
            }
        }
    }

    private record Size(List<Sample> byDuration, List<Double> inits, double mean) {
        static Size of(List<Sample> samples) {
            return new Size(
                    samples.stream()
                            .sorted(Comparator.comparingDouble(Sample::durationMs))
                            .toList(),
                    samples.stream()
                            .map(Sample::initDurationMs)
                            .filter(init -> init > 0)
                            .toList(),
                    samples.stream().mapToDouble(Sample::durationMs).average().orElseThrow());
        }

        Sample at(double rank) {
            return byDuration.get(Math.min(byDuration.size() - 1, (int) (rank * byDuration.size())));
        }

        double init(double rank) {
            return inits.isEmpty() ? 0 : inits.get((int) (rank * inits.size()));
        }
    }

    /**
     * Samples of a function.
     *
     * @param samples by memory size in MB, at least one of each
     * @param memoryNeeded MB; an environment of fewer is killed, whatever was measured
     */
    public DurationSamples(Map<Integer, List<Sample>> samples, int memoryNeeded) {
        if (samples.isEmpty() || samples.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("there must be a size, and a sample of every size");
        }
        samples.forEach((memory, measured) -> sizes.put(memory, Size.of(measured)));
        this.memoryNeeded = memoryNeeded;
    }

    @Override
    public Run draw(int memory, long seed, long invocation) {
        double rank = Noise.uniform(seed, invocation);
        Between between = between(memory);
        double init = between.below().init(Noise.uniform(seed ^ INIT, invocation));
        Sample below = between.below().at(rank);
        Sample above = between.above().at(rank);
        return new Run(
                between.mix(below.durationMs(), above.durationMs()),
                between.share() == 0 && below.initDurationMs() > 0 ? below.initDurationMs() : init,
                (int) Math.round(between.mix(below.maxMemoryUsedMb(), above.maxMemoryUsedMb())));
    }

    @Override
    public double meanMillis(int memory) {
        Between between = between(memory);
        return between.mix(between.below().mean(), between.above().mean());
    }

    @Override
    public double quantileMillis(int memory, double rank) {
        Between between = between(memory);
        return between.mix(
                between.below().at(rank).durationMs(), between.above().at(rank).durationMs());
    }

    @Override
    public int memoryNeeded() {
        return memoryNeeded;
    }

    /** Two sizes, and how far above the first the wanted one is, 0 to 1. */
    private record Between(Size below, Size above, double share) {
        double mix(double lower, double upper) {
            return lower + share * (upper - lower);
        }
    }

    private Between between(int memory) {
        Map.Entry<Integer, Size> below = sizes.floorEntry(memory);
        Map.Entry<Integer, Size> above = sizes.ceilingEntry(memory);
        if (below == null || above == null || below.getKey().equals(above.getKey())) {
            Size only = (below == null ? above : below).getValue();
            return new Between(only, only, 0);
        }
        double share = Math.log((double) memory / below.getKey()) / Math.log((double) above.getKey() / below.getKey());
        return new Between(below.getValue(), above.getValue(), share);
    }
}
