package io.agentctl.control.race;

/** What the best size is best at. Every objective is a value that is to be small. */
public sealed interface Objective {

    /** The mean price of an invocation: billed duration and the request charge. */
    record Cost() implements Objective {}

    /** The mean time that a caller waits. */
    record Speed() implements Objective {}

    /**
     * Price against time: {@code weight × cost / greatest cost + (1 − weight) × time / greatest time}, where the
     * greatest are those of all the sizes measured. It is Lambda Power Tuning's {@code balanced} (its
     * {@code analyzer.js}, {@code findBalanced}), so that weights mean the same in both.
     *
     * @param weight of the cost, 0 (as {@link Speed}) to 1 (as {@link Cost})
     */
    record Balanced(double weight) implements Objective {

        /** As Power Tuning has it where nothing is said. */
        public static final double DEFAULT_WEIGHT = 0.5;

        public Balanced {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("a weight is from 0 to 1, not " + weight);
            }
        }
    }

    /**
     * The cheapest size whose 95th percentile is at or under a target.
     *
     * @param p95Ms the target, in ms, above 0
     */
    record Slo(double p95Ms) implements Objective {

        public Slo {
            if (!(p95Ms > 0) || Double.isInfinite(p95Ms)) {
                throw new IllegalArgumentException("a target is above zero, not " + p95Ms);
            }
        }
    }
}
