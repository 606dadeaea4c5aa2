package io.agentctl.control.lambda.concurrency;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What every number of ready environments would have meant in the past, from none to the highest peak.
 *
 * <p>In a period whose peak is within the number, no invocation would have spilled over. In another, the share that
 * finds all of them busy is Erlang's loss formula for the period's load (Erlang 1917; it holds for any distribution of
 * durations: Sevastyanov 1957), and never less than those that ran at once at the peak beyond the number, for arrivals
 * may come in bursts.
 */
final class LevelFigures {

    private final int levels;
    private final double[] spilled;
    private final double[] busyReady;
    private final double[] covered;
    private final double[] cold;
    private double invocations;
    private double busyMillis;
    private int periods;

    private LevelFigures(int levels) {
        this.levels = levels;
        this.spilled = new double[levels];
        this.busyReady = new double[levels];
        this.covered = new double[levels];
        this.cold = new double[levels];
    }

    /**
     * Computes.
     *
     * @param keptWarm for how many periods an environment without work is counted as still there
     */
    static LevelFigures of(ConcurrencyUsage usage, int keptWarm) {
        int highest = 0;
        for (int index = 0; index < usage.size(); index++) {
            highest = Math.max(highest, usage.peak(index));
        }
        LevelFigures figures = new LevelFigures(highest + 1);
        Deque<Integer> lately = new ArrayDeque<>();
        for (int index = 0; index < usage.size(); index++) {
            int peak = usage.peak(index);
            if (peak > 0) {
                int warm = lately.stream().mapToInt(Integer::intValue).max().orElse(0);
                figures.add(usage, index, warm);
            }
            lately.addLast(peak);
            if (lately.size() > keptWarm) {
                lately.removeFirst();
            }
        }
        return figures;
    }

    private void add(ConcurrencyUsage usage, int index, int warm) {
        double ran = usage.invocations(index);
        double busy = usage.busyMillis(index);
        int peak = usage.peak(index);
        double load = busy / usage.peak().period().toMillis();
        double lost = 1;
        for (int level = 0; level < levels; level++) {
            if (level > 0) {
                lost = load * lost / (level + load * lost);
            }
            double over = level >= peak ? 0 : Math.min(ran, Math.max(lost * ran, peak - level));
            spilled[level] += over;
            busyReady[level] += busy * (ran - over) / ran;
            covered[level] += peak <= level ? 1 : 0;
            cold[level] += Math.max(0, peak - Math.max(level, warm));
        }
        invocations += ran;
        busyMillis += busy;
        periods++;
    }

    int highest() {
        return levels - 1;
    }

    /** Periods in which something ran. */
    int periods() {
        return periods;
    }

    double invocations() {
        return invocations;
    }

    double busyMillis() {
        return busyMillis;
    }

    /** Milliseconds that invocations ran in ready environments; none at level 0. */
    double busyReady(int level) {
        return level == 0 ? 0 : busyReady[level];
    }

    /** The share of invocations that met a ready environment, 0 to 1. */
    double readyShare(int level) {
        return level == 0 || invocations == 0 ? 0 : 1 - spilled[level] / invocations;
    }

    /** The share of the periods with invocations whose peak is within the level, 0 to 1. */
    double covered(int level) {
        return periods == 0 ? 0 : covered[level] / periods;
    }

    double coldStarts(int level) {
        return cold[level];
    }

    /** The lowest level that covers a share of the periods. */
    int covering(double share) {
        int level = 0;
        while (level < highest() && covered(level) < share) {
            level++;
        }
        return level;
    }
}
