package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.SizeInForce;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was measured of a service, in percent of the task size in force at each time. The average CPU series is the
 * grid: the others may be coarser, finer, shorter or empty.
 *
 * @param cpuAverage percent of the tasks' CPU that they used on average
 * @param cpuMaximum percent that the hottest task used; empty where it is not known
 * @param memoryAverage percent of memory on average; empty where it is not known
 * @param memoryMaximum percent of memory of the fullest task; empty where it is not known
 * @param runningTasks how many tasks ran; empty where it is not known, then the count in force stands for all times
 * @param sizes the sizes in force, in order of time; times before the first take the first
 */
public record ServiceUsage(
        Series cpuAverage,
        Series cpuMaximum,
        Series memoryAverage,
        Series memoryMaximum,
        Series runningTasks,
        List<SizeInForce> sizes) {

    public ServiceUsage {
        sizes = List.copyOf(sizes);
        for (int index = 1; index < sizes.size(); index++) {
            if (sizes.get(index).since().isBefore(sizes.get(index - 1).since())) {
                throw new IllegalArgumentException("sizes in force come in order of time");
            }
        }
    }

    /** Usage of tasks that had one size all the time, of which only averages are known. */
    public static ServiceUsage ofOneSize(Series cpu, Series memory, TaskSize size) {
        Series none = Series.empty(cpu.start(), cpu.period());
        return new ServiceUsage(cpu, none, memory, none, none, List.of(new SizeInForce(cpu.start(), size)));
    }

    /** The part of it that lies at most so far back. */
    public ServiceUsage latest(Duration lookBack) {
        Instant until = cpuAverage.end();
        Instant since = until.minus(lookBack);
        return new ServiceUsage(
                cpuAverage.slice(since, until),
                cpuMaximum.slice(since, until),
                memoryAverage.slice(since, until),
                memoryMaximum.slice(since, until),
                runningTasks.slice(since, until),
                sizes);
    }

    /** Nothing measured at all, for a service that has no data. */
    public static ServiceUsage nothing(Instant since) {
        Series none = Series.empty(since, Duration.ofMinutes(5));
        return new ServiceUsage(none, none, none, none, none, List.of());
    }
}
