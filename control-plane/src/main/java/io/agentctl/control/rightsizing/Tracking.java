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
    private static final double PERCENT = 100;

    private final Demand demand;
    private final Map<Integer, int[]> countsByCpu = new HashMap<>();

    Tracking(Demand demand) {
        this.demand = demand;
    }

    /**
     * The tasks of a size at every sample. It looks back only, so what it says of a sample is what was known then. The
     * answer is kept, and not to be changed.
     */
    int[] counts(int cpuUnits, TaskCount.Tracked tracked) {
        return countsByCpu.computeIfAbsent(cpuUnits, ignored -> follow(cpuUnits, tracked));
    }

    private int[] follow(int cpuUnits, TaskCount.Tracked tracked) {
        int[] wanted = wanted(cpuUnits * tracked.targetCpuPercent() / PERCENT, tracked);
        int delay = (int) (OUT.toMillis() / demand.period().toMillis());
        int hold = delay + (int) (IN.toMillis() / demand.period().toMillis());
        int[] counts = new int[wanted.length];
        for (int index = 0; index < counts.length; index++) {
            int most = 0;
            for (int back = Math.max(0, index - hold); back <= Math.max(0, index - delay); back++) {
                most = Math.max(most, wanted[back]);
            }
            counts[index] = most;
        }
        return counts;
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
}
