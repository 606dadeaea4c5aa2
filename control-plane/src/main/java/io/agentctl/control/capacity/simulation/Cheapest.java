package io.agentctl.control.capacity.simulation;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the cheapest setting that throttles no more than a share of what is asked for. */
public final class Cheapest {

    /** How many values of each bound are tried before the best of them is refined. */
    private static final int LADDER = 12;

    private static final int TARGET_STEP = 10;

    private final Simulator simulator;
    private final double mostThrottled;
    private final int mostUnits;

    /**
     * Makes a search.
     *
     * @param mostThrottled the share of what is asked for that may be refused, 0 to 1
     * @param mostUnits the quota, units a second
     */
    public Cheapest(Simulator simulator, double mostThrottled, int mostUnits) {
        this.simulator = simulator;
        this.mostThrottled = mostThrottled;
        this.mostUnits = mostUnits;
    }

    /** The cheapest throughput that stays the same; empty if even the quota would throttle more. */
    public Optional<Simulated> fixed() {
        int low = 1;
        int high = Math.clamp((long) Math.ceil(simulator.demand().peak()), 1, mostUnits);
        if (!suffices(simulator.run(new Provisioned(high)))) {
            return Optional.empty();
        }
        // More capacity never throttles more, so what suffices has a least.
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (suffices(simulator.run(new Provisioned(middle)))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(simulator.run(new Provisioned(low)));
    }

    /** The cheapest bounds and target for auto scaling; empty if none suffices. */
    public Optional<Simulated> scaled() {
        int top = topBound();
        Simulated best = null;
        for (int max : ladder(1, top)) {
            for (int min : ladder(1, max)) {
                for (int target = AutoScaled.LEAST_TARGET; target <= AutoScaled.MOST_TARGET; target += TARGET_STEP) {
                    best = better(best, new AutoScaled(min, max, target));
                }
            }
        }
        return Optional.ofNullable(best).map(found -> refine(found, top));
    }

    /** The highest maximum that is worth trying: twice the peak, so that scaling can overshoot. */
    int topBound() {
        return Math.clamp((long) Math.ceil(2 * simulator.demand().peak()), 1, mostUnits);
    }

    private Simulated refine(Simulated found, int top) {
        Simulated best = found;
        int step = Math.max(TARGET_STEP / 2, Math.ceilDiv(top, LADDER));
        while (step > 0) {
            Simulated nearby = best;
            for (AutoScaled neighbour : neighbours((AutoScaled) best.setting(), step, top)) {
                nearby = better(nearby, neighbour);
            }
            if (nearby == best) {
                step /= 2;
            }
            best = nearby;
        }
        return best;
    }

    private static List<AutoScaled> neighbours(AutoScaled at, int step, int top) {
        List<AutoScaled> neighbours = new ArrayList<>();
        int targetStep = Math.min(step, TARGET_STEP / 2);
        for (int min : new int[] {at.min() - step, at.min(), at.min() + step}) {
            for (int max : new int[] {at.max() - step, at.max(), at.max() + step}) {
                for (int target : new int[] {at.targetPercent() - targetStep, at.targetPercent(), at.targetPercent() + targetStep}) {
                    boolean possible = min >= 1
                            && max >= min
                            && max <= top
                            && target >= AutoScaled.LEAST_TARGET
                            && target <= AutoScaled.MOST_TARGET;
                    if (possible) {
                        neighbours.add(new AutoScaled(min, max, target));
                    }
                }
            }
        }
        return neighbours;
    }

    /** The cheaper of two, if it suffices; the one that was there if they cost the same. */
    private Simulated better(Simulated there, AutoScaled setting) {
        Simulated tried = simulator.run(setting);
        boolean better = suffices(tried) && (there == null || tried.usd() < there.usd());
        return better ? tried : there;
    }

    private boolean suffices(Simulated simulated) {
        return simulated.throttledShare() <= mostThrottled;
    }

    /** Values from the least to the most: all of them, or so many at even ratios. */
    private static TreeSet<Integer> ladder(int least, int most) {
        TreeSet<Integer> values = new TreeSet<>();
        for (int i = 0; i < LADDER; i++) {
            values.add((int) Math.round(least * Math.pow((double) most / least, i / (LADDER - 1.0))));
        }
        if (most - least < LADDER) {
            for (int value = least; value <= most; value++) {
                values.add(value);
            }
        }
        return values;
    }
}
