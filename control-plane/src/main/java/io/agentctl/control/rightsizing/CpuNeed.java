package io.agentctl.control.rightsizing;

/**
 * How many CPU units are needed, and by which rule.
 *
 * @param byBudget so that all but the accepted minutes stay within the budget, growth included
 * @param byPeak so that the peaks fit, with headroom and growth; headroom alone never asks for more than the capacity
 *     in force, for what carried everything is not enlarged to carry it again
 * @param byCensoring because samples stood at the capacity then in force: that much, or more if many did; 0 if none did
 * @param burst the burst that is not covered in full
 * @param headroom over the highest load outside the burst, as a share
 * @param trend where the typical day is going
 */
record CpuNeed(double byBudget, double byPeak, double byCensoring, Burst burst, double headroom, Trend trend) {

    /** Above this share of samples at the limit it is unknown how much was wanted, and the advice steps up. */
    static final double MANY_CENSORED = 0.01;

    /** A burst that is not covered may run at half speed, not less. */
    private static final double LEAST_SPEED_OF_BURST = 0.5;

    /**
     * The hottest task's busiest minute may go over for a tenth of the minutes that are accepted above the budget: a
     * start or a hot key is not the service's need.
     */
    private static final double ACCEPTED_OF_HOTTEST = 0.1;

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
        double typical = days.quantile(1 - appetite.acceptedShare());
        double busiestDay = days.worstQuantile(1 - appetite.acceptedShareOfDay());
        Burst burst = Burst.in(demand, appetite.burstShare());
        double headroom = Headroom.of(days, burst.limit());
        double slowedBurst = burst.exists() ? burst.height() * LEAST_SPEED_OF_BURST : 0;
        double withHeadroom = Math.min(burst.limit() * (1 + headroom) * growth, capacity);
        double hottest = demand.hottestByDay().quantile(1 - appetite.acceptedShare() * ACCEPTED_OF_HOTTEST);
        return new CpuNeed(
                Math.max(typical, busiestDay) * growth / budget,
                Math.max(Math.max(burst.limit() * growth, withHeadroom), Math.max(slowedBurst, hottest)),
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
