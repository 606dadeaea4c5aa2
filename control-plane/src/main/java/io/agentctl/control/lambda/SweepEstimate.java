package io.agentctl.control.lambda;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.LambdaRate;
import io.agentctl.control.race.Course;
import io.agentctl.control.race.LambdaSize;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a sweep's invocations are expected to cost, in US dollars.
 *
 * @param usualMs mean duration at the present size over the last two weeks; empty if the function was not invoked, and
 *     then its time-out stands for it
 * @param firstRoundUsd the first round, which is always played
 * @param mostUsd as many invocations as are allowed, shared evenly among the sizes
 */
public record SweepEstimate(OptionalDouble usualMs, double firstRoundUsd, double mostUsd) {

    /**
     * Estimates. A size with less memory than the present one takes longer in proportion at most, since processor time
     * is shared out by memory; one with more is taken to be no faster.
     */
    static SweepEstimate of(Course course, LambdaSize current, OptionalDouble usualMs, double timeoutMs) {
        Map<Architecture, LambdaRate> rates = course.rates();
        double round = course.sizes().stream()
                .mapToDouble(size -> rates.get(size.architecture())
                        .invocationUsd(size.memoryMb(), expectedMs(size, current, usualMs, timeoutMs)))
                .sum();
        double each = round / course.sizes().size();
        return new SweepEstimate(
                usualMs,
                round * course.openingInvocations(),
                each * course.settings().maxInvocations());
    }

    private static double expectedMs(LambdaSize size, LambdaSize current, OptionalDouble usualMs, double timeoutMs) {
        if (usualMs.isEmpty()) {
            return timeoutMs;
        }
        double slower = Math.max(1, current.memoryMb() / (double) size.memoryMb());
        return Math.min(timeoutMs, usualMs.getAsDouble() * slower);
    }
}
