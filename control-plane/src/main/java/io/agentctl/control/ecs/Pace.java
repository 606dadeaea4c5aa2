package io.agentctl.control.ecs;

import java.time.Duration;

/**
 * How often ECS is asked and for how long.
 *
 * @param poll between two looks at a rollout
 * @param rolloutTimeout the most that one rollout may take before the command gives up waiting
 */
public record Pace(Duration poll, Duration rolloutTimeout) {

    /** What operators see: a rollout takes minutes, and its state is worth a call every two seconds. */
    public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(20));

    public Pace {
        if (!poll.isPositive() || !rolloutTimeout.isPositive()) {
            throw new IllegalArgumentException("a pace is positive: " + poll + ", " + rolloutTimeout);
        }
    }
}
