package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import org.HdrHistogram.Histogram;

/** What ended since somebody last looked. */
final class Live {

    private static final double MICROS_PER_MILLI = 1000;
    private static final double P50 = 50;
    private static final double P99 = 99;

    private final Histogram micros = Latencies.empty();
    private long failed;

    /**
     * What ended.
     *
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Glance(long ended, long failed, double p50, double p99) {}

    synchronized void add(long latencyNanos, boolean isFailure) {
        micros.recordValue(Math.clamp(latencyNanos / 1000, 0, Latencies.MOST_MICROS));
        failed += isFailure ? 1 : 0;
    }

    synchronized Glance take() {
        Glance glance = new Glance(
                micros.getTotalCount(),
                failed,
                micros.getValueAtPercentile(P50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(P99) / MICROS_PER_MILLI);
        micros.reset();
        failed = 0;
        return glance;
    }
}
