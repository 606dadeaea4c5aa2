package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.rightsizing.SizeTrial;
import io.agentctl.control.rightsizing.Sizing;
import java.util.List;
import java.util.Optional;

/**
 * What is tried on a service.
 *
 * @param size moved by hand; nothing for what is advised
 * @param tasks moved by hand; 0 for what is advised
 */
record Choice(LookBack lookBack, RiskAppetite appetite, Optional<TaskSize> size, int tasks) {

    private static final int MOST_TASKS = 5000;

    /** What is advised. */
    static Choice advised(RiskAppetite appetite) {
        return new Choice(LookBack.FORTNIGHT, appetite, Optional.empty(), 0);
    }

    /** The trial that it leads to. */
    Optional<SizeTrial> trial(Bench bench) {
        return bench.trial(lookBack.length(), appetite);
    }

    TaskSize size(SizeTrial trial) {
        return size.orElseGet(() -> trial.advice().advised().size());
    }

    int tasks(SizeTrial trial) {
        return tasks > 0 ? tasks : Math.max(1, trial.advice().advised().tasks());
    }

    boolean byHand() {
        return size.isPresent() || tasks > 0;
    }

    /** The same with another size, to the left or right in the order of sizes. */
    Choice withCpu(SizeTrial trial, int step) {
        List<Integer> units = FargateSizes.cpuUnits(trial.constraints().operatingSystem());
        TaskSize now = size(trial);
        int at = Math.clamp(units.indexOf(now.cpuUnits()) + step, 0, units.size() - 1);
        List<TaskSize> sizes = sizes(trial, units.get(at));
        TaskSize next = sizes.stream()
                .filter(size -> size.memoryMib() >= now.memoryMib())
                .findFirst()
                .orElse(sizes.getLast());
        return sized(next, trial);
    }

    Choice withMemory(SizeTrial trial, int step) {
        TaskSize now = size(trial);
        List<TaskSize> sizes = sizes(trial, now.cpuUnits());
        return sized(sizes.get(Math.clamp(sizes.indexOf(now) + step, 0, sizes.size() - 1)), trial);
    }

    Choice withTasks(SizeTrial trial, int step) {
        int next = Math.clamp(tasks(trial) + step, 1, MOST_TASKS);
        return new Choice(lookBack, appetite, Optional.of(size(trial)), next);
    }

    Choice withAppetite(int step) {
        return new Choice(lookBack, beside(List.of(RiskAppetite.values()), appetite, step), size, tasks);
    }

    Choice withLookBack(int step) {
        return new Choice(beside(List.of(LookBack.values()), lookBack, step), appetite, size, tasks);
    }

    /** Back to what is advised on the same terms. */
    Choice unmoved() {
        return new Choice(lookBack, appetite, Optional.empty(), 0);
    }

    /** What stands so many steps further in a list, or at its end. */
    static <T> T beside(List<T> all, T now, int step) {
        return all.get(Math.clamp(all.indexOf(now) + step, 0, all.size() - 1));
    }

    /** A size that was chosen keeps the count that was shown with it. */
    private Choice sized(TaskSize next, SizeTrial trial) {
        return new Choice(lookBack, appetite, Optional.of(next), tasks(trial));
    }

    private static List<TaskSize> sizes(SizeTrial trial, int cpuUnits) {
        return FargateSizes.all(trial.constraints().operatingSystem()).stream()
                .filter(size -> size.cpuUnits() == cpuUnits)
                .toList();
    }

    /** Whether a sizing is what is chosen. */
    boolean is(Sizing sizing, SizeTrial trial) {
        return sizing.size().equals(size(trial)) && sizing.tasks() == tasks(trial);
    }
}
