package io.agentctl.control.capacity.simulation;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the cheapest setting that throttles no more than a share of what is asked for. */
public final class Cheapest {

    /** How many values of each bound are tried before the best of them is refined. */
    private static final int LADDER = 12;

    private static final int TARGET_STEP = 5;

    private static final int USUAL_TARGET = 70;

    /** How many of the best are refined: cost has many small hollows. */
    private static final int REFINED = 6;

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
        if (!suffices(high)) {
            return Optional.empty();
        }
        // More capacity never throttles more, so what suffices has a least.
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (suffices(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(simulator.run(new Provisioned(low)));
    }

    /** The cheapest bounds and target for auto scaling; empty if none suffices. */
    public Optional<Simulated> scaled() {
        int[] targets = IntStream.rangeClosed(AutoScaled.LEAST_TARGET, AutoScaled.MOST_TARGET)
                .filter(target -> (target - AutoScaled.LEAST_TARGET) % TARGET_STEP == 0)
                .toArray();
        return search(targets, TARGET_STEP);
    }

    /** The cheapest bounds for auto scaling with a given target; empty if none suffices. */
    public Optional<Simulated> scaledAt(int targetPercent) {
        return search(new int[] {targetPercent}, 0);
    }

    /** The highest maximum that is worth trying: twice the peak, so that scaling can overshoot. */
    int topBound() {
        return Math.clamp((long) Math.ceil(2 * simulator.demand().peak()), 1, mostUnits);
    }

    private Optional<Simulated> search(int[] targets, int targetStep) {
        int top = topBound();
        List<Simulated> coarse = new ArrayList<>();
        for (int max : ladder(top)) {
            for (int min : ladder(max)) {
                for (int target : targets) {
                    Simulated tried = simulator.runWithin(
                            new AutoScaled(min, max, target), Double.POSITIVE_INFINITY, mostThrottled);
                    if (tried != null) {
                        coarse.add(tried);
                    }
                }
            }
        }
        Comparator<Simulated> cheapestFirst =
                Comparator.comparingDouble(Simulated::usd).thenComparingInt(Cheapest::fromUsual);
        return coarse.stream()
                .sorted(cheapestFirst)
                .limit(REFINED)
                .map(found -> refine(found, top, targetStep))
                .min(cheapestFirst);
    }

    /** Of two that cost the same, such as where the bounds leave no choice, the one with the more usual target. */
    private static int fromUsual(Simulated found) {
        return Math.abs(((AutoScaled) found.setting()).targetPercent() - USUAL_TARGET);
    }

    private Simulated refine(Simulated found, int top, int targetStep) {
        Simulated best = found;
        int step = Math.max(1, Math.ceilDiv(top, LADDER));
        int ofTarget = targetStep;
        while (true) {
            boolean improved = false;
            for (AutoScaled neighbour : neighbours((AutoScaled) best.setting(), step, ofTarget, top)) {
                Simulated tried = simulator.runWithin(neighbour, best.usd(), mostThrottled);
                if (tried != null && tried.usd() < best.usd()) {
                    best = tried;
                    improved = true;
                }
            }
            if (!improved) {
                if (step == 1 && ofTarget <= 1) {
                    return best;
                }
                step = Math.max(1, step / 2);
                ofTarget = Math.min(targetStep, Math.max(1, ofTarget / 2));
            }
        }
    }

    private static List<AutoScaled> neighbours(AutoScaled at, int step, int ofTarget, int top) {
        List<AutoScaled> neighbours = new ArrayList<>();
        for (int min = at.min() - step; min <= at.min() + step; min += step) {
            for (int max = at.max() - step; max <= at.max() + step; max += step) {
                for (int side = -1; side <= 1; side++) {
                    int target = at.targetPercent() + side * ofTarget;
                    boolean possible = min >= 1
                            && max >= min
                            && max <= top
                            && target >= AutoScaled.LEAST_TARGET
                            && target <= AutoScaled.MOST_TARGET
                            && (side == 0 || ofTarget > 0);
                    if (possible) {
                        neighbours.add(new AutoScaled(min, max, target));
                    }
                }
            }
        }
        return neighbours;
    }

    private boolean suffices(int units) {
        return simulator.runWithin(new Provisioned(units), Double.POSITIVE_INFINITY, mostThrottled) != null;
    }

    /** Values from 1 to the most: all of them, or so many at even ratios. */
    private static List<Integer> ladder(int most) {
        return IntStream.range(0, LADDER)
                .map(i -> most <= LADDER ? Math.min(most, i + 1) : (int) Math.round(Math.pow(most, i / (LADDER - 1.0))))
                .distinct()
                .boxed()
                .toList();
    }
}
