package io.agentctl.sandbox.workload;

/** Reproducible randomness by position: no state, so that any minute can be computed without those before it. */
public final class Noise {
    private static final double TO_UNIT = 0x1.0p-53;
    private static final int MANTISSA_SHIFT = 11;

    private Noise() {}

    /** A number in [0, 1) for a position; neighbouring positions are independent. */
    public static double uniform(long seed, long position) {
        return (mix(seed ^ mix(position)) >>> MANTISSA_SHIFT) * TO_UNIT;
    }

    /** A number around 0 with standard deviation about 1, from the sum of four uniform ones; within ±3.5. */
    public static double normal(long seed, long position) {
        long bits = mix(seed ^ mix(position));
        int sum = (int) (bits & 0xffff)
                + (int) (bits >>> 16 & 0xffff)
                + (int) (bits >>> 32 & 0xffff)
                + (int) (bits >>> 48);
        // Four uniforms of 0..65535: mean 131070, standard deviation 65536 / sqrt(3).
        return (sum - 131_070) / 37_837.0;
    }

    /** Noise that drifts: interpolated between independent values a given number of positions apart. */
    public static double drift(long seed, long position, int span) {
        long knot = Math.floorDiv(position, (long) span);
        double fraction = Math.floorMod(position, (long) span) / (double) span;
        double smooth = fraction * fraction * (3 - 2 * fraction);
        return normal(seed, knot) * (1 - smooth) + normal(seed, knot + 1) * smooth;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014), a bijection that scatters neighbouring numbers. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
