package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;

/** A size and how many tasks of it run at every sample: always as many, or as tracking would have it. */
final class Fleet {

    private final TaskSize size;
    private final int[] counts;
    private final int constant;
    private final double meanTasks;

    private Fleet(TaskSize size, int[] counts, int constant, double meanTasks) {
        this.size = size;
        this.counts = counts;
        this.constant = constant;
        this.meanTasks = meanTasks;
    }

    /** Always the same number of tasks. */
    static Fleet steady(TaskSize size, int tasks) {
        return new Fleet(size, new int[0], tasks, tasks);
    }

    /** One task of the many that something else runs, on average {@code meanTasks}. */
    static Fleet oneOf(TaskSize size, double meanTasks) {
        return new Fleet(size, new int[0], 1, meanTasks);
    }

    /** A number that moves; the array is not copied and not changed. */
    static Fleet moving(TaskSize size, int[] counts, double meanTasks) {
        return new Fleet(size, counts, 0, meanTasks);
    }

    /** The same tasks in another size with the same CPU. */
    Fleet withSize(TaskSize other) {
        return new Fleet(other, counts, constant, meanTasks);
    }

    TaskSize size() {
        return size;
    }

    /** CPU units at a sample, of all tasks, or of the one that demand is of. */
    double capacity(int index) {
        return (double) size.cpuUnits() * (counts.length == 0 ? constant : counts[index]);
    }

    /** How many tasks run on average, which is what is paid for. */
    double meanTasks() {
        return meanTasks;
    }
}
