package io.agentctl.policies.rollout;

/** What there is to say about a candidate so far. */
public sealed interface CanaryVerdict {

    /**
     * It has not decided often enough to be judged.
     *
     * @param missing how many more of its decisions it takes; positive
     */
    record TooEarly(long missing) implements CanaryVerdict {}

    /** It may go on. */
    record WithinBound() implements CanaryVerdict {}

    /**
     * It has to be dropped.
     *
     * @param reason what was counted, and what the bound is
     */
    record BoundPassed(String reason) implements CanaryVerdict {}
}
