package io.agentctl.control.performance.load;

import com.sun.management.OperatingSystemMXBean;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.http.Failure;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What this program uses while it sends, from which follows whether it was the limit itself.
 *
 * @param started when it began to look, as {@link System#nanoTime} counts
 * @param processCpu nanoseconds of all processors until then
 * @param gcMillis of collecting garbage until then
 * @param thread that sends
 */
record SelfWatch(long started, long processCpu, long gcMillis, Thread thread) {

    private static final double MOST_LATE = 0.01;
    private static final double MOST_CPU = 0.9;
    private static final double MOST_GC = 0.05;
    /** Nanoseconds: a run that is shorter is all start, and its use of a processor says nothing. */
    private static final double SHORT = 2e9;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HUNDRED = 100;

    static SelfWatch begin(Thread thread) {
        return new SelfWatch(System.nanoTime(), cpuNow(), gcNow(), thread);
    }

    /**
     * What was used since it began.
     *
     * @param threadCpu nanoseconds of the thread that sent
     */
    Generator end(Sender sender, Measured total, long threadCpu) {
        double nanos = Math.max(1, System.nanoTime() - started);
        int processors = Runtime.getRuntime().availableProcessors();
        long gc = gcNow() - gcMillis;
        List<String> reasons = new ArrayList<>();
        Latencies lag = sender.account().lag();
        if (lag.count() > 0 && sender.account().late() > MOST_LATE * lag.count()) {
            reasons.add(words(
                    "%.1f %% of requests were sent more than 20 ms late",
                    HUNDRED * sender.account().late() / lag.count()));
        }
        if (nanos > SHORT && threadCpu > MOST_CPU * nanos) {
            reasons.add(words("the thread that sends was busy for %.0f %% of the time", HUNDRED * threadCpu / nanos));
        }
        if (nanos > SHORT && gc * NANOS_PER_MILLI > MOST_GC * nanos) {
            reasons.add(words("collecting garbage took %.0f %% of the time", HUNDRED * gc * NANOS_PER_MILLI / nanos));
        }
        long exhausted = total.counts().errors().getOrDefault(Failure.Kind.EXHAUSTED.toString(), 0L);
        if (exhausted > 0) {
            reasons.add(words("this machine had no more files or ports for %d requests", exhausted));
        }
        double cpu = Math.min(1, (cpuNow() - processCpu) / nanos / processors);
        return new Generator(processors, cpu, gc, lag, sender.account().late(), !reasons.isEmpty(), reasons);
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static long cpuNow() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long gcNow() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
