package io.agentctl.control.rightsizing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The count that target tracking would run: out within five minutes of a load above the target (AWS waits for three
 * minutes above it, and a task has to start), in after fifteen minutes below it.
 */
final class Tracking {

    private static final Duration OUT = Duration.ofMinutes(5);
    private static final Duration IN = Duration.ofMinutes(15);
    private static final double SLACK_PERCENT = 5;
    private static final double PERCENT = 100;

    private final Demand demand;
    private final double budgetPercent;
    private final Map<Integer, Run> runsByCpu = new HashMap<>();

    /**
     * Follows demand.
     *
     * @param budgetPercent the CPU above which a sample counts as over the budget
     */
    Tracking(Demand demand, double budgetPercent) {
        this.demand = demand;
        this.budgetPercent = budgetPercent;
    }

    /** Tasks of a size over all samples. What it says of a sample was known then, so any part of it may be used. */
    Run run(int cpuUnits, TaskCount.Tracked tracked) {
        return runsByCpu.computeIfAbsent(cpuUnits, ignored -> follow(cpuUnits, tracked));
    }

    private Run follow(int cpuUnits, TaskCount.Tracked tracked) {
        int[] wanted = wanted(cpuUnits * tracked.targetCpuPercent() / PERCENT, tracked);
        int delay = (int) (OUT.toMillis() / demand.period().toMillis());
        int hold = delay + (int) (IN.toMillis() / demand.period().toMillis());
        // Under tracking a task may be as full as its target, and what is above it is the tracking's own delay.
        double budget = Math.clamp(tracked.targetCpuPercent() + SLACK_PERCENT, budgetPercent, PERCENT) / PERCENT;
        Run run = new Run(wanted.length);
        for (int index = 0; index < wanted.length; index++) {
            int count = 0;
            for (int back = Math.max(0, index - hold); back <= Math.max(0, index - delay); back++) {
                count = Math.max(count, wanted[back]);
            }
            run.add(index, count, demand.load(index), (double) count * cpuUnits, budget);
        }
        return run;
    }

    private int[] wanted(double unitsPerTask, TaskCount.Tracked tracked) {
        int[] wanted = new int[demand.size()];
        int previous = tracked.least();
        for (int index = 0; index < wanted.length; index++) {
            double load = demand.load(index);
            if (!Double.isNaN(load)) {
                previous = (int) Math.clamp(Math.ceil(load / unitsPerTask), tracked.least(), tracked.most());
            }
            wanted[index] = previous;
        }
        return wanted;
    }

    /** The count at every sample, and up to every sample the sums from which any part is judged at once. */
    static final class Run {

        private final int[] counts;
        private final long[] countsUpTo;
        private final int[] presentUpTo;
        private final int[] overBudgetUpTo;
        private final int[] throttledUpTo;

        private Run(int size) {
            counts = new int[size];
            countsUpTo = new long[size + 1];
            presentUpTo = new int[size + 1];
            overBudgetUpTo = new int[size + 1];
            throttledUpTo = new int[size + 1];
        }

        private void add(int index, int count, double load, double capacity, double budget) {
            counts[index] = count;
            countsUpTo[index + 1] = countsUpTo[index] + count;
            presentUpTo[index + 1] = presentUpTo[index] + (Double.isNaN(load) ? 0 : 1);
            overBudgetUpTo[index + 1] = overBudgetUpTo[index] + (load > capacity * budget ? 1 : 0);
            throttledUpTo[index + 1] = throttledUpTo[index] + (load > capacity ? 1 : 0);
        }

        /** The count at every sample; not to be changed. */
        int[] counts() {
            return counts;
        }

        /** The average count of the first samples. */
        double meanCount(int samples) {
            return (double) countsUpTo[samples] / samples;
        }

        /** How the first samples fared. */
        Judgement judgement(int samples) {
            return new Judgement(presentUpTo[samples], overBudgetUpTo[samples], throttledUpTo[samples]);
        }
    }
}
