package io.agentctl.control.race;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What was found out about a size. Times in ms, money in US dollars.
 *
 * @param size which
 * @param invocations that were made, failed ones included
 * @param warm how many succeeded in a warm environment
 * @param cold how many succeeded after a cold start
 * @param failures how often each kind of failure came
 * @param time mean time that a caller waits, in the mixture of warm and cold that was asked for
 * @param objective the value that was to be small, in the objective's own unit
 * @param warmP50 median of warm durations, by nearest rank as the following
 * @param warmP95 their 95th percentile
 * @param warmP99 their 99th percentile; the greatest, if there are under 100
 * @param coldP50 median of cold responses, the start included
 * @param billedMeanMs mean billed duration of all that succeeded
 * @param usdPerMillion of a million invocations, the request charge included
 * @param memoryUsedMb the most that an invocation used
 * @param departure why it left the race, if it did
 * @param onFrontier whether no other size is both cheaper and faster
 */
public record SizeResult(
        LambdaSize size,
        int invocations,
        int warm,
        int cold,
        Map<Outcome, Integer> failures,
        Optional<Interval> time,
        Optional<Interval> objective,
        OptionalDouble warmP50,
        OptionalDouble warmP95,
        OptionalDouble warmP99,
        OptionalDouble coldP50,
        OptionalDouble billedMeanMs,
        Optional<Interval> usdPerMillion,
        OptionalInt memoryUsedMb,
        Optional<Departure> departure,
        boolean onFrontier) {

    /** The share of the memory that was never used, 0 to 1; empty if no report told what was. */
    public OptionalDouble headroom() {
        return memoryUsedMb.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - Math.min(1, memoryUsedMb.getAsInt() / (double) size.memoryMb()));
    }

    SizeResult withFrontier(boolean frontier) {
        return new SizeResult(
                size,
                invocations,
                warm,
                cold,
                failures,
                time,
                objective,
                warmP50,
                warmP95,
                warmP99,
                coldP50,
                billedMeanMs,
                usdPerMillion,
                memoryUsedMb,
                departure,
                frontier);
    }
}
