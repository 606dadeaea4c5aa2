package io.agentctl.sandbox.world;

import io.agentctl.sandbox.workload.TraceWorkload;
import io.agentctl.sandbox.workload.Workload;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads recorded utilization of services. Gaps hold. */
final class TraceReader {
    private static final double MOST_PERCENT = 1000;
    private static final double WHOLE = 100;

    private TraceReader() {}

    /**
     * Reads a trace as a workload of the whole service.
     *
     * @param directory what the file's name is relative to
     * @param endMinute the minute since the epoch that the trace ends before
     */
    static Workload read(
            Path directory, WorkloadDocument.TraceDocument trace, Workload.PerTask perTask, long endMinute, long seed) {
        SeriesFile series = SeriesFile.read(
                directory.resolve(trace.file()),
                List.of("cpu_percent"),
                List.of("memory_percent"),
                MOST_PERCENT,
                "a percentage");
        float[] cpu = new float[(int) series.span()];
        float[] memory = new float[cpu.length];
        series.forEach((from, to, values) -> {
            Arrays.fill(cpu, from, to, (float) (values[0] / WHOLE * trace.cpu() * trace.tasks()));
            double inUse = Double.isNaN(values[1])
                    ? trace.memoryInUse() == null ? 0 : trace.memoryInUse()
                    : values[1] / WHOLE * trace.memory();
            Arrays.fill(memory, from, to, (float) (inUse * trace.tasks()));
        });
        return new TraceWorkload(cpu, memory, endMinute, perTask, seed);
    }
}
