package io.agentctl.control.apply;

import java.time.Duration;

/**
 * How far a change is followed after it was asked for.
 *
 * @param untilProved false to return as soon as the change is asked for, unverified
 * @param watch how long to watch for trouble after a rollout; zero for not at all
 */
public record Following(boolean untilProved, Duration watch) {

    public Following {
        if (watch.isNegative() || (!untilProved && !watch.isZero())) {
            throw new IllegalArgumentException("what is not followed cannot be watched");
        }
    }
}
