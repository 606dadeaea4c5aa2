package io.agentctl.control.lambda;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.race.Objective;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is to be found out about a function.
 *
 * @param function which
 * @param memoryMb the sizes to measure; empty to begin with a few from the least to the most and to add sizes between
 *     where one could be better
 * @param architectures to measure every size on; empty for the one that the function has
 * @param objective what the best size is best at
 * @param indifferenceZone the difference that does not matter, as a share
 * @param confidence that is wanted, 0.5 to 1
 * @param maxInvocations of all sizes together; empty for a dozen a size
 * @param maxSpendUsd US dollars for all invocations together
 * @param coldShare the share of invocations expected to start cold, 0 to 1
 * @param concurrency invocations in flight at most, at least 1
 */
public record SweepRequest(
        FunctionName function,
        List<Integer> memoryMb,
        List<Architecture> architectures,
        Objective objective,
        double indifferenceZone,
        double confidence,
        OptionalInt maxInvocations,
        OptionalDouble maxSpendUsd,
        double coldShare,
        int concurrency) {

    /** Enough for a sweep to take a minute, and few beside what a function in use has. */
    public static final int USUAL_CONCURRENCY = 5;

    /** More than a sweep has sizes that could be measured at once. */
    private static final int MOST_CONCURRENCY = 100;

    public SweepRequest {
        memoryMb = SweepSizes.checked(memoryMb);
        architectures = List.copyOf(architectures);
        if (architectures.stream().distinct().count() < architectures.size()) {
            throw new IllegalArgumentException("an architecture is given twice");
        }
        if (concurrency < 1 || concurrency > MOST_CONCURRENCY) {
            throw new IllegalArgumentException(
                    "from 1 to " + MOST_CONCURRENCY + " invocations in flight, not " + concurrency);
        }
    }
}
