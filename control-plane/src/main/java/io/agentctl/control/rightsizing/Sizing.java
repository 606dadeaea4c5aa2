package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.plan.Money;

/**
 * A size, a count and its price.
 *
 * @param cpu CPU units of a task
 * @param memory MiB of a task
 * @param tasks how many run; under target tracking and other scaling the average, rounded up
 * @param monthlyCost US dollars for 730 hours, with the average count where the count moves
 */
public record Sizing(int cpu, int memory, int tasks, Money monthlyCost) {

    /** The size of one task. */
    public TaskSize size() {
        return new TaskSize(cpu, memory);
    }

    /** For example {@code 2 × 512/1024}. */
    @Override
    public String toString() {
        return tasks + " × " + cpu + "/" + memory;
    }
}
