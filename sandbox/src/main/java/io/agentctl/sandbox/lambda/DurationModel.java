package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Noise;

/**
 * How long a function runs at a memory size. The share of CPU grows with memory: 1,769 MB are one vCPU (AWS Lambda
 * Developer Guide, "Configure Lambda function memory"), so that the part of the work that computes shrinks in
 * proportion, up to as many vCPUs as the code can use; waiting does not shrink. Where memory hardly suffices, computing
 * takes longer, as it does for whoever collects garbage all the time.
 *
 * @param cpuMillis computing, in milliseconds on one vCPU
 * @param waitMillis waiting for others, whatever the memory
 * @param threads how many vCPUs the code can use, at least a fraction of one
 * @param noise the coefficient of variation, 0 to 2; durations are log-normal about the mean
 * @param initMillis how long a new execution environment takes to start
 * @param memoryUsed MB in use; an environment of fewer is killed
 * @param pressure how much longer, relatively, computing takes when there is just enough memory; falls with the third
 *     power of how much more there is
 */
public record DurationModel(
        double cpuMillis,
        double waitMillis,
        double threads,
        double noise,
        double initMillis,
        int memoryUsed,
        double pressure)
        implements Durations {
    private static final double MEMORY_OF_ONE_CPU = 1769;
    private static final double LARGEST_NOISE = 2;
    private static final double INIT_NOISE = 0.1;
    private static final double PRESSURE_FALLS = 3;

    /** Validates. */
    public DurationModel {
        if (!(cpuMillis >= 0 && waitMillis >= 0 && initMillis >= 0 && threads > 0)) {
            throw new IllegalArgumentException("durations must not be negative, and threads above 0");
        }
        if (!(noise >= 0 && noise <= LARGEST_NOISE)) {
            throw new IllegalArgumentException("noise must be within 0..2: " + noise);
        }
        if (memoryUsed < 1) {
            throw new IllegalArgumentException("memoryUsed must be at least 1 MB: " + memoryUsed);
        }
        if (!(pressure >= 0)) {
            throw new IllegalArgumentException("pressure must not be negative: " + pressure);
        }
    }

    @Override
    public double meanMillis(int memory) {
        double hardship = pressure * Math.pow(Math.min(1, (double) memoryUsed / memory), PRESSURE_FALLS);
        return waitMillis + cpuMillis * (1 + hardship) / Math.min(memory / MEMORY_OF_ONE_CPU, threads);
    }

    @Override
    public double quantileMillis(int memory, double rank) {
        return meanMillis(memory) * logNormal(noise, normalQuantile(rank));
    }

    @Override
    public Run draw(int memory, long seed, long invocation) {
        return new Run(millis(memory, seed, invocation), initMillis(seed, invocation), memoryUsed);
    }

    @Override
    public int memoryNeeded() {
        return memoryUsed;
    }

    /** An invocation's duration in milliseconds; the same for the same seed and number. */
    double millis(int memory, long seed, long invocation) {
        return meanMillis(memory) * logNormal(noise, Noise.normal(seed, 2 * invocation));
    }

    /** How long the start of an invocation's environment takes, in milliseconds. */
    private double initMillis(long seed, long invocation) {
        return initMillis * logNormal(INIT_NOISE, Noise.normal(seed, 2 * invocation + 1));
    }

    /** A factor with mean 1 and the given coefficient of variation. */
    private static double logNormal(double variation, double normal) {
        double variance = Math.log1p(variation * variation);
        return Math.exp(Math.sqrt(variance) * normal - variance / 2);
    }

    /** The normal quantile within 0.00045 (Abramowitz and Stegun 1964, formula 26.2.23). */
    private static double normalQuantile(double rank) {
        double tail = Math.min(rank, 1 - rank);
        double t = Math.sqrt(-2 * Math.log(tail));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return rank < 0.5 ? -z : z;
    }
}
