package io.agentctl.control.rightsizing;

/**
 * How many MiB a task needs while as many tasks run as do now. The peak and its headroom always fit, for a task that
 * runs out of memory is killed.
 *
 * @param mib needed
 * @param peak the highest that was measured, NaN if nothing was
 * @param growthPerWeek of the daily peaks, as a share
 */
record MemoryNeed(double mib, double peak, double growthPerWeek) {

    private static final double LEAST_HEADROOM = 0.10;
    private static final double PERCENT = 100;

    static MemoryNeed of(Demand demand, SizingConstraints constraints) {
        Days days = demand.memoryByDay();
        if (days.present() == 0) {
            return new MemoryNeed(constraints.size().memoryMib(), Double.NaN, 0);
        }
        double budget = constraints.budgets().memoryPercent() / PERCENT;
        double typical = days.quantile(1 - constraints.appetite().acceptedShare());
        double peak = days.fromTop(0);
        double growth = Trend.of(days.quantiles(1)).growthPerWeek();
        double headroom = Math.max(LEAST_HEADROOM, Headroom.of(days, peak));
        return new MemoryNeed(Math.max(typical / budget, peak * (1 + headroom)) * (1 + growth), peak, growth);
    }

    boolean measured() {
        return !Double.isNaN(peak);
    }

    /** The peak of one of fewer tasks, likewise. */
    double peakPerTask(double tasksNow, double tasks) {
        return peak * Math.max(1, tasksNow / tasks);
    }

    /** The need of one of fewer tasks, each of which then does more; more tasks are not taken to need less each. */
    double perTask(double tasksNow, double tasks) {
        return mib * Math.max(1, tasksNow / tasks);
    }
}
