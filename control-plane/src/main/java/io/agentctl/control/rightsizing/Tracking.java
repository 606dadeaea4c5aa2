package io.agentctl.control.rightsizing;

import java.time.Duration;

/**
 * The count that target tracking would run: out within five minutes of a load above the target (AWS waits for three
 * minutes above it, and a task has to start), in after fifteen minutes below it.
 */
final class Tracking {

    private static final Duration OUT = Duration.ofMinutes(5);
    private static final Duration IN = Duration.ofMinutes(15);
    private static final double PERCENT = 100;

    private Tracking() {}

    static int[] counts(Demand demand, int cpuUnits, TaskCount.Tracked tracked) {
        int[] wanted = wanted(demand, cpuUnits * tracked.targetCpuPercent() / PERCENT, tracked);
        int delay = (int) (OUT.toMillis() / demand.period().toMillis());
        int hold = delay + (int) (IN.toMillis() / demand.period().toMillis());
        int[] counts = new int[wanted.length];
        for (int index = 0; index < counts.length; index++) {
            int most = wanted[Math.max(0, index - delay)];
            for (int back = delay + 1; back <= hold; back++) {
                most = Math.max(most, wanted[Math.max(0, index - back)]);
            }
            counts[index] = most;
        }
        return counts;
    }

    private static int[] wanted(Demand demand, double unitsPerTask, TaskCount.Tracked tracked) {
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
