package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import java.util.Comparator;

/**
 * A size that a function can have.
 *
 * @param memoryMb 128 to 10,240; the API's model accepts more, the service does not
 * @param architecture its processor
 */
public record LambdaSize(int memoryMb, Architecture architecture) implements Comparable<LambdaSize> {

    /** The least memory that Lambda offers, in MB. */
    public static final int LEAST_MB = 128;

    /** The most memory that Lambda offers, in MB. */
    public static final int MOST_MB = 10_240;

    private static final Comparator<LambdaSize> ORDER =
            Comparator.comparing(LambdaSize::architecture).thenComparingInt(LambdaSize::memoryMb);

    public LambdaSize {
        if (memoryMb < LEAST_MB || memoryMb > MOST_MB) {
            throw new IllegalArgumentException(
                    "memory is " + LEAST_MB + " to " + MOST_MB + " MB, not " + memoryMb + " MB");
        }
    }

    /** By architecture, then by memory. */
    @Override
    public int compareTo(LambdaSize other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code 512 MB arm64}. */
    @Override
    public String toString() {
        return memoryMb + " MB "
                + switch (architecture) {
                    case X86_64 -> "x86_64";
                    case ARM64 -> "arm64";
                };
    }
}
