package io.agentctl.control.race;

import java.util.List;

/**
 * What to invoke next, in this order. Sizes are interleaved, so that drift hits all alike.
 *
 * @param number of the round, from 1
 * @param invocations at least one
 */
public record Round(int number, List<Invocation> invocations) {

    public Round {
        invocations = List.copyOf(invocations);
        if (number < 1 || invocations.isEmpty()) {
            throw new IllegalArgumentException("a round has a number from 1 and an invocation at least");
        }
    }

    /**
     * An invocation that is wanted.
     *
     * @param size to run at
     * @param cold whether a cold start is wanted; what counts is how it then started
     */
    public record Invocation(LambdaSize size, boolean cold) {}
}
