package io.agentctl.control.rightsizing;

import io.agentctl.control.metrics.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of the size in force was used, in percent; empty where nothing was measured.
 *
 * @param cpuMean mean of the tasks' average CPU
 * @param cpuP99 the average CPU that 99 % of the periods did not exceed
 * @param cpuPeak the hottest task at its hottest, or the highest average where maxima are not known
 * @param memoryPeak the fullest task at its fullest, likewise
 * @param cpuHistory peaks of average CPU over equal parts of the look-back, oldest first; -1 for a gap
 */
public record Used(
        OptionalDouble cpuMean,
        OptionalDouble cpuP99,
        OptionalDouble cpuPeak,
        OptionalDouble memoryPeak,
        List<Double> cpuHistory) {

    /** Four parts a day over two weeks. */
    private static final int PARTS = 56;

    private static final double P99 = 0.99;

    public Used {
        cpuHistory = List.copyOf(cpuHistory);
    }

    static Used of(ServiceUsage usage) {
        Series cpu = usage.cpuAverage();
        return new Used(
                known(cpu.mean()),
                known(cpu.isEmpty() ? Double.NaN : cpu.quantile(P99)),
                known(
                        usage.cpuMaximum().isEmpty()
                                ? cpu.max()
                                : usage.cpuMaximum().max()),
                known(
                        usage.memoryMaximum().isEmpty()
                                ? usage.memoryAverage().max()
                                : usage.memoryMaximum().max()),
                history(cpu));
    }

    private static List<Double> history(Series cpu) {
        List<Double> peaks = new ArrayList<>();
        int parts = Math.min(PARTS, cpu.size());
        for (int part = 0; part < parts; part++) {
            double peak = cpu.slice(part * cpu.size() / parts, (part + 1) * cpu.size() / parts)
                    .max();
            peaks.add(Double.isNaN(peak) ? -1 : tenth(peak));
        }
        return peaks;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(tenth(value));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
