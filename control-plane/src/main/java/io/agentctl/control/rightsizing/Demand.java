package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.SizeInForce;
import io.agentctl.control.fargate.TaskSize;
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
    private final double[] ceiling;
    private final Days loadByDay;
    private final Days hottestByDay;
    private final Days memoryByDay;
    private final double meanTasks;
    private final boolean tasksMeasured;
    private final int size;

    private Demand(
            Duration period,
            double[] load,
            double[] ceiling,
            Days loadByDay,
            Days hottestByDay,
            Days memoryByDay,
            double meanTasks,
            boolean tasksMeasured,
            int size) {
        this.period = period;
        this.load = load;
        this.ceiling = ceiling;
        this.loadByDay = loadByDay;
        this.hottestByDay = hottestByDay;
        this.memoryByDay = memoryByDay;
        this.meanTasks = meanTasks;
        this.tasksMeasured = tasksMeasured;
        this.size = size;
    }

    /** Turns percentages into demand: of all tasks together, or of one where something else moves their number. */
    static Demand of(ServiceUsage usage, SizingConstraints constraints) {
        Series grid = usage.cpuAverage();
        int size = grid.size();
        double[] percent = grid.toArray();
        double[] maximum = usage.cpuMaximum().alignedTo(grid);
        double[] running = usage.runningTasks().alignedTo(grid);
        TaskSize[] sizes = sizesAt(usage, constraints, grid);
        double[] load = new double[size];
        double[] hottest = new double[size];
        double[] ceiling = new double[size];
        boolean ofOneTask = constraints.count() instanceof TaskCount.Driven;
        double tasksSum = 0;
        int present = 0;
        for (int index = 0; index < size; index++) {
            double tasks = running[index] > 0 ? running[index] : constraints.tasks();
            double units = sizes[index].cpuUnits() / PERCENT * (ofOneTask ? 1 : tasks);
            load[index] = Math.max(0, percent[index]) * units;
            hottest[index] = Double.isNaN(maximum[index]) ? load[index] : Math.max(0, maximum[index]) * units;
            ceiling[index] = percent[index] >= CENSORED_FROM ? units * PERCENT : 0;
            if (!Double.isNaN(percent[index])) {
                tasksSum += tasks;
                present++;
            }
        }
        int perDay = samplesIn(Days.DAY, grid.period());
        Days loadByDay = Days.of(load, perDay);
        return new Demand(
                grid.period(),
                load,
                ceiling,
                loadByDay,
                usage.cpuMaximum().isEmpty() ? loadByDay : Days.of(hottest, perDay),
                Days.of(memoryOf(usage, sizes, grid), perDay),
                present == 0 ? constraints.tasks() : tasksSum / present,
                !usage.runningTasks().isEmpty(),
                size);
    }

    /** MiB that the fullest task used, on the grid of the average CPU. */
    static double[] memory(ServiceUsage usage, SizingConstraints constraints) {
        Series grid = usage.cpuAverage();
        return memoryOf(usage, sizesAt(usage, constraints, grid), grid);
    }

    private static double[] memoryOf(ServiceUsage usage, TaskSize[] sizes, Series grid) {
        double[] average = usage.memoryAverage().alignedTo(grid);
        double[] fullest = usage.memoryMaximum().alignedTo(grid);
        double[] memory = new double[sizes.length];
        for (int index = 0; index < memory.length; index++) {
            double percent = Double.isNaN(fullest[index]) ? average[index] : fullest[index];
            memory[index] = Math.max(0, percent) * sizes[index].memoryMib() / PERCENT;
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

    /** What was known some days before the end, sharing storage. */
    Demand withoutLast(int days) {
        return new Demand(
                period,
                load,
                ceiling,
                loadByDay.withoutLast(days),
                hottestByDay.withoutLast(days),
                memoryByDay.withoutLast(days),
                meanTasks,
                tasksMeasured,
                size - days * samplesIn(Days.DAY));
    }

    /** Samples, gaps included. */
    int size() {
        return size;
    }

    Duration period() {
        return period;
    }

    int samplesIn(Duration time) {
        return samplesIn(time, period);
    }

    private static int samplesIn(Duration time, Duration period) {
        return (int) Math.max(1, Math.round((double) time.toMillis() / period.toMillis()));
    }

    double minutes(long samples) {
        return samples * (period.toMillis() / 60_000.0);
    }

    /** Average CPU units wanted; NaN in a gap. */
    double load(int index) {
        return load[index];
    }

    /** CPU units that were in force while they were used up; 0 in a sample that was not near its limit. */
    double ceiling(int index) {
        return ceiling[index];
    }

    /** How many tasks ran on average. */
    double meanTasks() {
        return meanTasks;
    }

    /** True if the tasks that ran were counted, false if the number of now stands for all times. */
    boolean tasksMeasured() {
        return tasksMeasured;
    }

    int present() {
        return loadByDay.present();
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

    Days loadByDay() {
        return loadByDay;
    }

    /** CPU units wanted if all tasks were as busy as the hottest in its busiest minute. */
    Days hottestByDay() {
        return hottestByDay;
    }

    /** MiB wanted by the fullest task; empty if it was not measured. */
    Days memoryByDay() {
        return memoryByDay;
    }
}
