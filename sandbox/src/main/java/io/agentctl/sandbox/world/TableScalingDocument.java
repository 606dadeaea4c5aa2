package io.agentctl.sandbox.world;

import io.agentctl.sandbox.scaling.ScalingState;
import java.time.Instant;

/**
 * How the throughput of a table or an index follows its use.
 *
 * @param read its read units; null to stay
 * @param write its write units; null to stay
 */
record TableScalingDocument(BoundsDocument read, BoundsDocument write) {
    void scale(ScalingState into, String resourceId, Instant since) {
        if (read != null) {
            into.seedTable(resourceId, true, read.bounds(), read.target(), since);
        }
        if (write != null) {
            into.seedTable(resourceId, false, write.bounds(), write.target(), since);
        }
    }

    /**
     * Bounds and target of one quantity.
     *
     * @param min least units
     * @param max most units
     * @param target the utilization to keep, percent, 20 to 90
     */
    record BoundsDocument(Integer min, Integer max, Double target) {
        private static final double LEAST_TARGET = 20;
        private static final double MOST_TARGET = 90;
        private static final double USUAL_TARGET = 70;

        BoundsDocument {
            target = target == null ? USUAL_TARGET : target;
            if (min == null || max == null || min < 1 || max < min) {
                throw new IllegalArgumentException("scaling needs min and max, 1 ≤ min ≤ max");
            }
            if (!(target >= LEAST_TARGET && target <= MOST_TARGET)) {
                throw new IllegalArgumentException("scaling's target must be within 20..90");
            }
        }

        ScalingState.Bounds bounds() {
            return new ScalingState.Bounds(min, max);
        }
    }
}
