package io.agentctl.sandbox.function;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a process takes, as Linux tells it in {@code /proc} (proc(5)); elsewhere nobody does.
 *
 * @param process its id
 */
record ProcessUsage(long process) {
    private static final int KIB_PER_MIB = 1024;
    private static final String PEAK = "VmHWM:";

    /** Time on CPUs of all threads that it has now, ns: the first number of each thread's schedstat. */
    OptionalLong cpuNanos() {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads) {
                sum += ofThread(thread);
            }
            return OptionalLong.of(sum);
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }

    private static long ofThread(Path thread) throws IOException {
        if (!Files.exists(thread)) {
            return 0;
        }
        String stat = Files.readString(thread.resolve("schedstat"));
        return Long.parseLong(stat.substring(0, stat.indexOf(' ')));
    }

    /** The most memory that it ever had, MB. */
    OptionalInt peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst();
        } catch (IOException | NumberFormatException unknown) {
            return OptionalInt.empty();
        }
    }
}
