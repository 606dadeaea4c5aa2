package io.agentctl.sandbox.ecs;

import java.time.Duration;

/**
 * How long the stages of a rollout take. The real service takes minutes; these are short enough to watch.
 *
 * @param accepted until a service deployment that was asked for is under way
 * @param provisioning until a new task is pending
 * @param pending from then until it runs
 * @param health from then until it is found healthy, or not
 * @param draining how long a task takes to stop
 * @param retry how long after a failed task the next one starts
 */
public record RolloutTiming(
        Duration accepted,
        Duration provisioning,
        Duration pending,
        Duration health,
        Duration draining,
        Duration retry) {
    /** Validates. */
    public RolloutTiming {
        for (Duration duration : new Duration[] {accepted, provisioning, pending, health, draining, retry}) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("A rollout's stages must not take negative time: " + duration);
            }
        }
    }

    /** About seven seconds for a rollout that goes well. */
    public static RolloutTiming watchable() {
        return new RolloutTiming(
                Duration.ofMillis(500),
                Duration.ofMillis(1000),
                Duration.ofMillis(1500),
                Duration.ofMillis(2000),
                Duration.ofMillis(2000),
                Duration.ofMillis(1000));
    }
}
