package io.agentctl.control.capacity.simulation;

/**
 * The unused capacity that DynamoDB keeps for a burst: up to five minutes of it (DynamoDB Developer Guide, "Burst and
 * adaptive capacity").
 */
final class BurstBucket {

    private static final int SECONDS = 60;
    private static final int KEPT_SECONDS = 300;

    private double kept;

    /**
     * Serves a minute.
     *
     * @param demand units asked for in it
     * @param capacity units a second
     * @return units served, no more than was asked for
     */
    double serve(double demand, int capacity) {
        double most = (double) capacity * KEPT_SECONDS;
        double there = Math.min(kept, most) + (double) capacity * SECONDS;
        double served = Math.min(demand, there);
        kept = Math.min(most, there - served);
        return served;
    }
}
