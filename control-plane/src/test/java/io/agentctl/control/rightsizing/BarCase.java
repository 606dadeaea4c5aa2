package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One series as one task of one size, split in time: advice sees the past alone and is judged on the rest.
 *
 * @param name the series
 * @param size in force
 * @param share of the series that is past, 0 to 1
 * @param cpu percent
 * @param memory percent
 */
record BarCase(String name, TaskSize size, double share, Series cpu, Series memory) {

    /** In use where a series has no memory column. */
    private static final double MIB_IN_USE = 400;

    /** Every series at three sizes, split in the middle and at three quarters. */
    static List<BarCase> of(List<RealSeries> series) {
        List<BarCase> cases = new ArrayList<>();
        for (RealSeries one : series) {
            for (int units : new int[] {1024, 2048, 4096}) {
                for (double share : new double[] {0.5, 0.75}) {
                    TaskSize size = new TaskSize(units, 2 * units);
                    cases.add(new BarCase(one.name(), size, share, one.usage().cpu(), memory(one.usage(), size)));
                }
            }
        }
        return cases;
    }

    private static Series memory(CsvUsage usage, TaskSize size) {
        if (!usage.memory().isEmpty()) {
            return usage.memory();
        }
        double[] values = new double[usage.cpu().size()];
        Arrays.fill(values, MIB_IN_USE / size.memoryMib() * 100);
        return Series.of(usage.cpu().start(), usage.cpu().period(), values);
    }

    BarCase past() {
        return new BarCase(name, size, share, cpu.slice(0, split()), memory.slice(0, split()));
    }

    /** The highest memory of this part, in MiB. */
    double memoryPeak() {
        return memory.max() * size.memoryMib() / 100;
    }

    /** Samples after the split that want more CPU than a size has. */
    int throttled(TaskSize advised) {
        int count = 0;
        for (int index = split(); index < cpu.size(); index++) {
            count += cpu.value(index) * size.cpuUnits() / 100 > advised.cpuUnits() + 1e-9 ? 1 : 0;
        }
        return count;
    }

    int judged() {
        return cpu.size() - split();
    }

    private int split() {
        return (int) (cpu.size() * share);
    }
}
