package io.agentctl.control.capacity.simulation;

/** How the reads, or the writes, of a table or index are provided for. */
public sealed interface Setting {

    /** Every unit is paid for as it is used. */
    record OnDemand() implements Setting {
        @Override
        public String toString() {
            return "on demand";
        }
    }

    /**
     * The same at all times.
     *
     * @param units a second, at least 1
     */
    record Provisioned(int units) implements Setting {
        public Provisioned {
            if (units < 1) {
                throw new IllegalArgumentException("provisioned throughput is at least 1 unit, not " + units);
            }
        }

        @Override
        public String toString() {
            return Integer.toString(units);
        }
    }

    /**
     * Moved by Application Auto Scaling.
     *
     * @param min the least units a second, at least 1
     * @param max the most, at least {@code min}
     * @param targetPercent which share of them is to be in use, 20 to 90 (DynamoDB Developer Guide, "Managing
     *     throughput capacity automatically")
     */
    record AutoScaled(int min, int max, int targetPercent) implements Setting {

        public static final int LEAST_TARGET = 20;
        public static final int MOST_TARGET = 90;

        public AutoScaled {
            if (min < 1 || max < min) {
                throw new IllegalArgumentException("bounds are 1 or more, the least first, not " + min + " and " + max);
            }
            if (targetPercent < LEAST_TARGET || targetPercent > MOST_TARGET) {
                throw new IllegalArgumentException(
                        "a target is " + LEAST_TARGET + " to " + MOST_TARGET + " %, not " + targetPercent + " %");
            }
        }

        @Override
        public String toString() {
            return min + "-" + max + " at " + targetPercent + " %";
        }
    }
}
