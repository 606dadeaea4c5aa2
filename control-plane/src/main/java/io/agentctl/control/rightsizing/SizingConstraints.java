package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;

/**
 * What a service is now and what it may become.
 *
 * @param size in force now
 * @param tasks running or wanted now, at least 0
 * @param count who decides how many tasks run; see {@link #unscaled} for a service without scaling
 * @param architecture the processor, which decides the price
 * @param operatingSystem decides which sizes there are
 * @param spotShare share of the tasks on Spot, 0 to 1
 * @param budgets how full a task may be
 * @param appetite how many minutes may be above the budget
 * @param resizes whether the sizes in force are known for all samples
 */
public record SizingConstraints(
        TaskSize size,
        int tasks,
        TaskCount count,
        Architecture architecture,
        OperatingSystem operatingSystem,
        double spotShare,
        Budgets budgets,
        RiskAppetite appetite,
        Resizes resizes) {

    /** A ceiling on the tasks of a service without scaling: ECS's own quota of tasks a service. */
    public static final int MOST_TASKS = 5000;

    public SizingConstraints {
        if (tasks < 0) {
            throw new IllegalArgumentException("a service runs 0 tasks or more, not " + tasks);
        }
        if (!(spotShare >= 0 && spotShare <= 1)) {
            throw new IllegalArgumentException("a Spot share is 0 to 1, not " + spotShare);
        }
        if (!FargateSizes.runsOn(size, operatingSystem)) {
            throw new IllegalArgumentException(size + " is not a Fargate size on Windows: 1024 to 4096 CPU units are");
        }
    }

    /** A number of tasks that is given, on x86 Linux with the default budgets: what a file of usage needs. */
    public static SizingConstraints fixed(TaskSize size, int tasks, RiskAppetite appetite) {
        return new SizingConstraints(
                size,
                tasks,
                new TaskCount.Fixed(tasks),
                Architecture.X86_64,
                OperatingSystem.LINUX,
                0,
                Budgets.DEFAULT,
                appetite,
                Resizes.RESOLVED);
    }

    /** The same for who accepts more or less. */
    public SizingConstraints with(RiskAppetite other) {
        return new SizingConstraints(
                size, tasks, count, architecture, operatingSystem, spotShare, budgets, other, resizes);
    }

    /** The bounds of a service without scaling: at least two tasks, unless it ran one. */
    public static TaskCount unscaled(int tasks) {
        return new TaskCount.Bounded(tasks == 1 ? 1 : 2, MOST_TASKS);
    }
}
