package io.agentctl.control.rightsizing;

/** Walks the method through a history: it advises on what came before a point, and is judged on what followed. */
final class Walk {

    /** The points, as shares of the history; the last stretch runs to its end. */
    private static final double[] POINTS = {0.5, 0.625, 0.75, 0.875, 1};

    private Walk() {}

    static WalkForward through(Demand demand, Chooser chooser, SizingConstraints constraints) {
        int folds = 0;
        long samples = 0;
        long overBudget = 0;
        long throttled = 0;
        double cost = 0;
        for (int point = 0; point < POINTS.length - 1; point++) {
            int from = (int) (POINTS[point] * demand.size());
            int until = (int) (POINTS[point + 1] * demand.size());
            Demand past = demand.prefix(from);
            if (Enough.ofData(past).isEmpty()) {
                Choice choice = chooser.choose(past);
                Fleet advised = onAll(choice.advised().fleet(), demand, constraints);
                Judgement judgement =
                        Judgement.of(demand, advised, constraints.budgets().cpuPercent(), from, until);
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

    /** The fleet over all samples: tracking, which looks back only, has to go on after the past ends. */
    private static Fleet onAll(Fleet fleet, Demand demand, SizingConstraints constraints) {
        return constraints.count() instanceof TaskCount.Tracked tracked
                ? Fleet.moving(
                        fleet.size(), Tracking.counts(demand, fleet.size().cpuUnits(), tracked))
                : fleet;
    }

    private static long minutes(Demand demand, long samples) {
        return Math.round(demand.minutes(samples));
    }
}
