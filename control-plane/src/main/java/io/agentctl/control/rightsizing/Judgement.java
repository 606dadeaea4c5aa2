package io.agentctl.control.rightsizing;

/**
 * How a fleet does on demand.
 *
 * @param samples judged, gaps left out
 * @param overBudget samples with average CPU above the budget
 * @param throttled samples that wanted more CPU than there was
 */
record Judgement(int samples, int overBudget, int throttled) {

    private static final double PERCENT = 100;

    /** Below the precision of any measurement: a demand that equals the capacity is not throttled. */
    private static final double EXACT = 1 + 1e-9;

    static Judgement of(Demand demand, Fleet fleet, double budgetPercent, int from, int until) {
        int samples = 0;
        int overBudget = 0;
        int throttled = 0;
        for (int index = from; index < until; index++) {
            double load = demand.load(index);
            if (!Double.isNaN(load)) {
                double capacity = fleet.capacity(index) * EXACT;
                samples++;
                overBudget += load > capacity * budgetPercent / PERCENT ? 1 : 0;
                throttled += load > capacity ? 1 : 0;
            }
        }
        return new Judgement(samples, overBudget, throttled);
    }
}
