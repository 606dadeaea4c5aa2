package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Noise;

/**
 * How long a function runs at a memory size. The share of CPU grows with memory: 1,769 MB are one vCPU (AWS Lambda
 * Developer Guide, "Configure Lambda function memory"), so that the part of the work that computes shrinks in
 * proportion, up to as many vCPUs as the code can use; waiting does not shrink.
 *
 * @param cpuMillis computing, in milliseconds on one vCPU
 * @param waitMillis waiting for others, whatever the memory
 * @param threads how many vCPUs the code can use, at least a fraction of one
 * @param noise the coefficient of variation, 0 to 2; durations are log-normal about the mean
 * @param initMillis how long a new execution environment takes to start
 * @param memoryUsed MB in use; an environment of fewer is killed
 */
public record DurationModel(
        double cpuMillis, double waitMillis, double threads, double noise, double initMillis, int memoryUsed) {
    private static final double MEMORY_OF_ONE_CPU = 1769;
    private static final double LARGEST_NOISE = 2;
    private static final double INIT_NOISE = 0.1;

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
    }

    /** The mean at a memory size in MB, in milliseconds. */
    public double meanMillis(int memory) {
        return waitMillis + cpuMillis / Math.min(memory / MEMORY_OF_ONE_CPU, threads);
    }

    /** An invocation's duration in milliseconds; the same for the same seed and number. */
    double millis(int memory, long seed, long invocation) {
        return meanMillis(memory) * logNormal(noise, Noise.normal(seed, 2 * invocation));
    }

    /** How long the start of an invocation's environment takes, in milliseconds. */
    double initMillis(long seed, long invocation) {
        return initMillis * logNormal(INIT_NOISE, Noise.normal(seed, 2 * invocation + 1));
    }

    /** A factor with mean 1 and the given coefficient of variation. */
    private static double logNormal(double variation, double normal) {
        double variance = Math.log1p(variation * variation);
        return Math.exp(Math.sqrt(variance) * normal - variance / 2);
    }
}
