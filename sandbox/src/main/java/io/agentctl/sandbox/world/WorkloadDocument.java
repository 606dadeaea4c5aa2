package io.agentctl.sandbox.world;

import io.agentctl.sandbox.workload.SyntheticWorkload;
import io.agentctl.sandbox.workload.Workload;

/**
 * A workload as it is written down: a pattern or a trace.
 *
 * @param pattern a rhythm; null with a trace
 * @param trace a recorded series; null with a pattern
 * @param perTask what every task uses besides
 */
record WorkloadDocument(PatternDocument pattern, TraceDocument trace, PerTaskDocument perTask) {
    /** Fills in defaults and validates. */
    WorkloadDocument {
        perTask = perTask == null ? new PerTaskDocument(null, null, null) : perTask;
        if ((pattern == null) == (trace == null)) {
            throw new IllegalArgumentException("a workload has either a pattern or a trace");
        }
    }

    /** What every task uses by merely running: CPU units, MiB, and how uneven the load is. */
    record PerTaskDocument(Double cpu, Double memory, Double imbalance) {
        Workload.PerTask toPerTask() {
            return new Workload.PerTask(orElse(cpu, 0), orElse(memory, 0), orElse(imbalance, 0));
        }
    }

    /** The figures of {@link SyntheticWorkload.Shape}, each with a default but cpu and memory. */
    record PatternDocument(
            Double cpu,
            Double memory,
            Double memoryFollowsLoad,
            Double dailyAmplitude,
            Integer peakHour,
            Double weekendFactor,
            Double growthPerWeek,
            Double noise,
            Double burstFactor,
            Double burstsPerDay) {
        PatternDocument {
            if (cpu == null || memory == null) {
                throw new IllegalArgumentException("a pattern needs cpu and memory");
            }
        }

        SyntheticWorkload.Shape toShape() {
            return new SyntheticWorkload.Shape(
                    cpu,
                    memory,
                    orElse(memoryFollowsLoad, 0.3),
                    orElse(dailyAmplitude, 0),
                    peakHour == null ? 14 : peakHour,
                    orElse(weekendFactor, 1),
                    orElse(growthPerWeek, 0),
                    orElse(noise, 0.05),
                    orElse(burstFactor, 1),
                    orElse(burstsPerDay, 0));
        }
    }

    /**
     * A recorded series in percent of a size.
     *
     * @param file CSV with the columns timestamp, cpu_percent and, if measured, memory_percent
     * @param cpu the CPU units that 100 % was of, a task
     * @param memory the MiB that 100 % was of, a task
     * @param tasks how many tasks the percentages were the average of; default 1
     * @param memoryInUse MiB in use where the file has no memory column; default 0
     */
    record TraceDocument(String file, Integer cpu, Integer memory, Integer tasks, Double memoryInUse) {
        TraceDocument {
            tasks = tasks == null ? 1 : tasks;
            if (file == null || cpu == null || memory == null || cpu <= 0 || memory <= 0 || tasks <= 0) {
                throw new IllegalArgumentException("a trace needs file, cpu and memory");
            }
        }
    }

    private static double orElse(Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
