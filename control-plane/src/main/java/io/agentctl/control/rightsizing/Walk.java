package io.agentctl.control.rightsizing;

/** Walks the method through a history: it advises on what came before a point, and is judged on what followed. */
final class Walk {

    /** The second half of the days is judged, in so many stretches at most. */
    private static final int FOLDS = 4;

    private Walk() {}

    static WalkForward through(Demand demand, Chooser chooser, SizingConstraints constraints) {
        int folds = 0;
        long samples = 0;
        long overBudget = 0;
        long throttled = 0;
        double cost = 0;
        int perDay = demand.samplesIn(Days.DAY);
        int days = demand.size() / perDay;
        int stretch = Math.max(1, Math.ceilDiv(days / 2, FOLDS));
        for (int left = days / 2; left > 0; left -= stretch) {
            Demand past = demand.withoutLast(left);
            if (Enough.ofData(past).isEmpty()) {
                Choice choice = chooser.choose(past);
                Judgement judgement = Judgement.of(
                        demand,
                        choice.advised().fleet(),
                        constraints.budgets().cpuPercent(),
                        past.size(),
                        Math.min(demand.size(), past.size() + stretch * perDay));
                folds++;
                samples += judgement.samples();
                overBudget += judgement.overBudget();
                throttled += judgement.throttled();
                cost += judgement.samples()
                        * choice.advised().usd()
                        / choice.current().usd();
            }
        }
        if (samples == 0) {
            return WalkForward.NONE;
        }
        return new WalkForward(
                folds,
                minutes(demand, samples),
                cost / samples,
                minutes(demand, overBudget),
                minutes(demand, throttled));
    }

    private static long minutes(Demand demand, long samples) {
        return Math.round(demand.minutes(samples));
    }
}
