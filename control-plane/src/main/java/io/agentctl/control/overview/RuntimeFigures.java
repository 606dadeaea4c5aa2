package io.agentctl.control.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a runtime and its functions did lately.
 *
 * @param p50 milliseconds, of the latest five minutes with an answer
 * @param p95 the same
 * @param p99 the same
 * @param perMinute answers a minute in the same time
 * @param peakPerMinute the most answers in a minute of the last hour
 * @param failed the share, 0 to 1, of the last hour's answers that were failures of the runtime (5xx)
 * @param refused the share, 0 to 1, of the last hour's answers that told callers that they were wrong (4xx)
 * @param decisionMillis how long governance took on average in the last hour
 * @param functions what functions did in the last hour
 * @param newest when the latest figure of the runtime ends
 */
public record RuntimeFigures(
        OptionalDouble p50,
        OptionalDouble p95,
        OptionalDouble p99,
        OptionalDouble perMinute,
        OptionalDouble peakPerMinute,
        OptionalDouble failed,
        OptionalDouble refused,
        OptionalDouble decisionMillis,
        List<FunctionFigures> functions,
        Optional<Instant> newest) {

    public RuntimeFigures {
        functions = List.copyOf(functions);
    }

    /**
     * What a function did in the last hour.
     *
     * @param durationMillis on average; absent if it was not invoked
     * @param memoryMb how much memory it has, MiB; absent if that cannot be read
     */
    public record FunctionFigures(
            String function, OptionalDouble durationMillis, OptionalInt memoryMb, double errors, double throttles) {}
}
