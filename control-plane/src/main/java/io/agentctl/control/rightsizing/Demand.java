package io.agentctl.control.rightsizing;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a service wanted, in CPU units and MiB: percentages times the size and the count in force at their time. Gaps
 * are NaN. Arrays are shared between prefixes and never changed after they are filled.
 */
final class Demand {

    /** Percent of the CPU in force from which a sample may hide a larger need. */
    static final double CENSORED_FROM = 99;

    private static final double PERCENT = 100;

    private final Duration period;
    private final double[] load;
    private final double[] peak;
    private final double[] memory;
    private final double[] ceiling;
    private final double meanTasks;
    private final int size;

    private Demand(
            Duration period,
            double[] load,
            double[] peak,
            double[] memory,
            double[] ceiling,
            double meanTasks,
            int size) {
        this.period = period;
        this.load = load;
        this.peak = peak;
        this.memory = memory;
        this.ceiling = ceiling;
        this.meanTasks = meanTasks;
        this.size = size;
    }

    /** Turns percentages into demand: of all tasks together, or of one where something else moves their number. */
    static Demand of(ServiceUsage usage, SizingConstraints constraints) {
        Series grid = usage.cpuAverage();
        int size = grid.size();
        double[] percent = grid.toArray();
        double[] hottest = usage.cpuMaximum().alignedTo(grid);
        double[] running = usage.runningTasks().alignedTo(grid);
        TaskSize[] sizes = sizesAt(usage, constraints, grid);
        double[] load = new double[size];
        double[] peak = new double[size];
        double[] ceiling = new double[size];
        boolean ofOneTask = constraints.count() instanceof TaskCount.Driven;
        double tasksSum = 0;
        int present = 0;
        for (int index = 0; index < size; index++) {
            double tasks = running[index] > 0 ? running[index] : constraints.tasks();
            double units = sizes[index].cpuUnits() / PERCENT * (ofOneTask ? 1 : tasks);
            load[index] = percent[index] * units;
            peak[index] = Double.isNaN(hottest[index]) ? load[index] : Math.max(load[index], hottest[index] * units);
            ceiling[index] = percent[index] >= CENSORED_FROM ? units * PERCENT : 0;
            if (!Double.isNaN(percent[index])) {
                tasksSum += tasks;
                present++;
            }
        }
        return new Demand(
                grid.period(),
                load,
                peak,
                memoryOf(usage, sizes, grid),
                ceiling,
                present == 0 ? constraints.tasks() : tasksSum / present,
                size);
    }

    private static double[] memoryOf(ServiceUsage usage, TaskSize[] sizes, Series grid) {
        double[] average = usage.memoryAverage().alignedTo(grid);
        double[] fullest = usage.memoryMaximum().alignedTo(grid);
        double[] memory = new double[sizes.length];
        for (int index = 0; index < memory.length; index++) {
            double percent = Double.isNaN(fullest[index]) ? average[index] : fullest[index];
            memory[index] = percent * sizes[index].memoryMib() / PERCENT;
        }
        return memory;
    }

    private static TaskSize[] sizesAt(ServiceUsage usage, SizingConstraints constraints, Series grid) {
        TaskSize[] sizes = new TaskSize[grid.size()];
        List<SizeInForce> inForce = usage.sizes();
        Arrays.fill(
                sizes,
                inForce.isEmpty() ? constraints.size() : inForce.getFirst().size());
        for (SizeInForce change : inForce) {
            int from = grid.slice(grid.start(), change.since()).size();
            Arrays.fill(sizes, from, sizes.length, change.size());
        }
        return sizes;
    }

    /** The first samples alone, sharing storage. */
    Demand prefix(int count) {
        return new Demand(period, load, peak, memory, ceiling, meanTasks, count);
    }

    /** Samples, gaps included. */
    int size() {
        return size;
    }

    Duration period() {
        return period;
    }

    int samplesIn(Duration time) {
        return (int) Math.max(1, Math.round((double) time.toMillis() / period.toMillis()));
    }

    double minutes(long samples) {
        return samples * (period.toMillis() / 60_000.0);
    }

    /** Average CPU units wanted; NaN in a gap. */
    double load(int index) {
        return load[index];
    }

    /** CPU units wanted if all tasks were as busy as the hottest; NaN in a gap. */
    double peak(int index) {
        return peak[index];
    }

    /** CPU units that were in force while they were used up; 0 in a sample that was not near its limit. */
    double ceiling(int index) {
        return ceiling[index];
    }

    /** How many tasks ran on average. */
    double meanTasks() {
        return meanTasks;
    }

    int present() {
        return (int) Arrays.stream(load, 0, size)
                .filter(value -> !Double.isNaN(value))
                .count();
    }

    int censoredCount() {
        int count = 0;
        for (int index = 0; index < size; index++) {
            count += ceiling[index] > 0 ? 1 : 0;
        }
        return count;
    }

    /** Samples from the first to the last that is not a gap. */
    int span() {
        int first = 0;
        int last = size - 1;
        while (first < size && Double.isNaN(load[first])) {
            first++;
        }
        while (last > first && Double.isNaN(load[last])) {
            last--;
        }
        return first == size ? 0 : last - first + 1;
    }

    double[] sortedLoad() {
        return sorted(load, 0, size);
    }

    double[] sortedPeak() {
        return sorted(peak, 0, size);
    }

    /** MiB wanted by the fullest task, ascending; empty if it was not measured. */
    double[] sortedMemory() {
        return sorted(memory, 0, size);
    }

    Days loadByDay() {
        return Days.of(load, size, samplesIn(Days.DAY));
    }

    Days memoryByDay() {
        return Days.of(memory, size, samplesIn(Days.DAY));
    }

    /** Peaks by day, without those of a burst. */
    Days peakByDay(Burst burst) {
        double[] rest = Arrays.copyOf(peak, size);
        Arrays.fill(rest, burst.from(), burst.until(), Double.NaN);
        return Days.of(rest, size, samplesIn(Days.DAY));
    }

    static double[] sorted(double[] values, int from, int to) {
        double[] copy = Arrays.copyOfRange(values, from, to);
        Arrays.sort(copy);
        int present = copy.length;
        while (present > 0 && Double.isNaN(copy[present - 1])) {
            present--;
        }
        return Arrays.copyOf(copy, present);
    }
}
