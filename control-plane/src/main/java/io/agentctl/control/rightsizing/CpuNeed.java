package io.agentctl.control.rightsizing;

import io.agentctl.control.metrics.Quantiles;

/**
 * How many CPU units are needed, and by which rule.
 *
 * @param byBudget so that all but the accepted minutes stay within the budget, growth included
 * @param byPeak so that the peaks fit with headroom; never more than the capacity in force if the peaks themselves fit
 *     it, for what carried everything is not enlarged for headroom alone
 * @param byCensoring because samples stood at the capacity then in force: that much, or more if many did; 0 if none did
 * @param burst the burst that is not covered in full
 * @param headroom over the highest peak outside the burst, as a share
 * @param trend where the typical day is going
 */
record CpuNeed(double byBudget, double byPeak, double byCensoring, Burst burst, double headroom, Trend trend) {

    /** Above this share of samples at the limit it is unknown how much was wanted, and the advice steps up. */
    static final double MANY_CENSORED = 0.01;

    /** A burst that is not covered may run at half speed, not less. */
    private static final double LEAST_SPEED_OF_BURST = 0.5;

    private static final double PERCENT = 100;

    /**
     * Works the need out.
     *
     * @param capacity CPU units in force, or at most in force where the count moves
     */
    static CpuNeed of(Demand demand, SizingConstraints constraints, double capacity) {
        RiskAppetite appetite = constraints.appetite();
        double budget = constraints.budgets().cpuPercent() / PERCENT;
        Days days = demand.loadByDay();
        Trend trend = Trend.of(days.quantiles(0.5));
        double growth = 1 + trend.growthPerWeek();
        double typical = Quantiles.of(demand.sortedLoad(), 1 - appetite.acceptedShare());
        double busiestDay = days.worstQuantile(1 - appetite.acceptedShareOfDay());
        Burst burst = Burst.in(demand, demand.sortedPeak(), appetite.burstShare());
        double headroom = Headroom.of(demand.peakByDay(burst));
        double wished = Math.max(burst.limit() * (1 + headroom) * growth, burst.height() * LEAST_SPEED_OF_BURST);
        double seen = burst.exists() ? Math.max(burst.limit(), burst.height() * LEAST_SPEED_OF_BURST) : burst.height();
        return new CpuNeed(
                Math.max(typical, busiestDay) * growth / budget,
                Math.max(seen, Math.min(wished, capacity)),
                censoring(demand, budget),
                burst,
                headroom,
                trend);
    }

    private static double censoring(Demand demand, double budget) {
        double highest = 0;
        for (int index = 0; index < demand.size(); index++) {
            highest = Math.max(highest, demand.ceiling(index));
        }
        return demand.censoredCount() > MANY_CENSORED * demand.present() ? highest / budget : highest;
    }

    /** The need that all rules together set. */
    double most() {
        return Math.max(byBudget, Math.max(byPeak, byCensoring));
    }
}
