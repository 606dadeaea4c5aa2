package io.agentctl.control.fargate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The task sizes that Fargate has, on x86 and ARM alike. Source: the ECS service model, {@code RegisterTaskDefinition},
 * members cpu and memory. The two largest CPU values need platform 1.4.0 on Linux.
 */
public final class FargateSizes {

    private static final int NAMED = 2;

    private static final List<Row> ROWS = List.of(
            new Row(256, List.of(512, 1024, 2048)),
            new Row(512, steps(1024, 4096, 1024)),
            new Row(1024, steps(2048, 8192, 1024)),
            new Row(2048, steps(4096, 16384, 1024)),
            new Row(4096, steps(8192, 30720, 1024)),
            new Row(8192, steps(16384, 61440, 4096)),
            new Row(16384, steps(32768, 122880, 8192)));

    private static final List<TaskSize> ON_LINUX = list(OperatingSystem.LINUX);
    private static final List<TaskSize> ON_WINDOWS = list(OperatingSystem.WINDOWS);

    private static final int WINDOWS_LEAST_CPU = 1024;
    private static final int WINDOWS_MOST_CPU = 4096;

    private FargateSizes() {}

    /** True if Fargate runs tasks of this size on Linux. */
    public static boolean exists(int cpuUnits, int memoryMib) {
        return ROWS.stream().anyMatch(row -> row.cpuUnits == cpuUnits && row.memories.contains(memoryMib));
    }

    /** True if tasks of this size run on an operating system: Windows has 1, 2 and 4 vCPU alone. */
    public static boolean runsOn(TaskSize size, OperatingSystem system) {
        return switch (system) {
            case LINUX -> true;
            case WINDOWS -> size.cpuUnits() >= WINDOWS_LEAST_CPU && size.cpuUnits() <= WINDOWS_MOST_CPU;
        };
    }

    /** All sizes on an operating system, by CPU, then memory. */
    public static List<TaskSize> all(OperatingSystem system) {
        return switch (system) {
            case LINUX -> ON_LINUX;
            case WINDOWS -> ON_WINDOWS;
        };
    }

    /** All CPU values on an operating system, ascending. */
    public static List<Integer> cpuUnits(OperatingSystem system) {
        return all(system).stream().map(TaskSize::cpuUnits).distinct().toList();
    }

    /** The sizes nearest to one that does not exist, nearest first: first in CPU, then in memory, by ratio. */
    public static List<TaskSize> nearest(int cpuUnits, int memoryMib, int count) {
        return all(OperatingSystem.LINUX).stream()
                .sorted(Comparator.comparingDouble((TaskSize size) -> ratio(size.cpuUnits(), cpuUnits))
                        .thenComparingDouble(size -> ratio(size.memoryMib(), memoryMib))
                        .thenComparingInt(TaskSize::cpuUnits))
                .limit(count)
                .toList();
    }

    /** Why a size is refused, such as {@code 512/1500 is not a Fargate size; nearest: 512/1024, 512/2048}. */
    public static String explain(int cpuUnits, int memoryMib) {
        String near = nearest(cpuUnits, memoryMib, NAMED).stream()
                .sorted(Comparator.comparingInt(TaskSize::cpuUnits).thenComparingInt(TaskSize::memoryMib))
                .map(TaskSize::toString)
                .collect(Collectors.joining(", "));
        return cpuUnits + "/" + memoryMib + " is not a Fargate size; nearest: " + near;
    }

    private static List<TaskSize> list(OperatingSystem system) {
        return ROWS.stream()
                .flatMap(row -> row.memories.stream().map(memory -> new TaskSize(row.cpuUnits, memory)))
                .filter(size -> runsOn(size, system))
                .toList();
    }

    private static double ratio(int size, int wanted) {
        return Math.abs(Math.log((double) size / Math.max(1, wanted)));
    }

    private static List<Integer> steps(int least, int most, int step) {
        return IntStream.iterate(least, memory -> memory <= most, memory -> memory + step)
                .boxed()
                .toList();
    }

    /** The memories, in MiB, that go with a CPU value. */
    private record Row(int cpuUnits, List<Integer> memories) {}
}
