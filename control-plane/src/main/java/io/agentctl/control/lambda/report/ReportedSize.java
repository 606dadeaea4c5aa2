package io.agentctl.control.lambda.report;

import io.agentctl.control.race.LambdaSize;
import java.util.Locale;

/**
 * A size of a function.
 *
 * @param memory in MB
 * @param architecture {@code x86_64} or {@code arm64}
 */
public record ReportedSize(int memory, String architecture) {

    public ReportedSize {
        if (memory < LambdaSize.LEAST_MB || memory > LambdaSize.MOST_MB) {
            throw new IllegalArgumentException(
                    "memory is " + LambdaSize.LEAST_MB + " to " + LambdaSize.MOST_MB + " MB, not " + memory);
        }
        if (!architecture.equals("x86_64") && !architecture.equals("arm64")) {
            throw new IllegalArgumentException("an architecture is x86_64 or arm64, not \"" + architecture + "\"");
        }
    }

    static ReportedSize of(LambdaSize size) {
        return new ReportedSize(size.memoryMb(), size.architecture().name().toLowerCase(Locale.ROOT));
    }

    /** {@code 512 MB arm64}. */
    @Override
    public String toString() {
        return memory + " MB " + architecture;
    }
}
