package io.agentctl.sandbox.scaling;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Target tracking of one policy, minute by minute, as Application Auto Scaling does it: out after some minutes above
 * the target, in after more minutes well below it, by proportion, with cooldowns.
 */
public final class TargetTracker {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Target target;
    private int high;
    private int low;
    private long lastOut = NEVER;
    private long lastIn = NEVER;

    /**
     * What a policy tracks.
     *
     * @param metric the utilization that is tracked
     * @param percent the target, above 0
     * @param outCooldownSeconds after scaling out, before scaling again
     * @param inCooldownSeconds after scaling in, before scaling in again
     * @param scalesIn whether it scales in at all
     */
    public record Target(
            Tracked metric, double percent, int outCooldownSeconds, int inCooldownSeconds, boolean scalesIn) {
        /** Validates. */
        public Target {
            Objects.requireNonNull(metric, "metric");
            if (!(percent > 0) || outCooldownSeconds < 0 || inCooldownSeconds < 0) {
                throw new IllegalArgumentException("The target must be above 0 and cooldowns not negative");
            }
        }
    }

    /** A tracker that has seen nothing yet. */
    public TargetTracker(Target target) {
        this.target = target;
    }

    /** What is tracked. */
    public Target target() {
        return target;
    }

    /**
     * Takes in a minute.
     *
     * @param minute minutes since the epoch
     * @param utilization the average in percent, or NaN when nothing ran
     * @param running tasks that ran, or units that were set aside
     * @return the count that would be on target, or empty while nothing has to change
     */
    public OptionalInt observe(long minute, double utilization, int running) {
        if (Double.isNaN(utilization)) {
            high = 0;
            low = 0;
            return OptionalInt.empty();
        }
        high = utilization > target.percent() ? high + 1 : 0;
        low = utilization < target.percent() * target.metric().pace().lowShare() ? low + 1 : 0;
        int proportional = Math.max(1, (int) Math.ceil(running * utilization / target.percent()));
        boolean coolingOut = minute - lastOut < Math.ceilDiv(target.outCooldownSeconds(), 60);
        boolean coolingIn = minute - lastIn < Math.ceilDiv(target.inCooldownSeconds(), 60);
        if (high >= target.metric().pace().minutesHigh() && !coolingOut && proportional > running) {
            return OptionalInt.of(proportional);
        }
        if (low >= target.metric().pace().minutesLow()
                && !coolingIn
                && !coolingOut
                && target.scalesIn()
                && proportional < running) {
            return OptionalInt.of(proportional);
        }
        return OptionalInt.empty();
    }

    /** Notes that the count was changed because of a proposal of this policy. */
    public void scaled(long minute, boolean out) {
        if (out) {
            lastOut = minute;
            high = 0;
        } else {
            lastIn = minute;
            low = 0;
        }
    }
}
