package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import org.HdrHistogram.Histogram;

/** What ended since somebody last looked. */
final class Live {

    private final Histogram micros = Latencies.empty();
    private long failed;

    /** What ended: its latency, and how much of it failed. */
    record Glance(Latencies latency, long failed) {

        long ended() {
            return latency.count();
        }
    }

    synchronized void add(long latencyNanos, boolean isFailure) {
        micros.recordValue(Math.clamp(latencyNanos / 1000, 0, Latencies.MOST_MICROS));
        failed += isFailure ? 1 : 0;
    }

    synchronized Glance take() {
        Glance glance = new Glance(Latencies.of(micros), failed);
        micros.reset();
        failed = 0;
        return glance;
    }
}
