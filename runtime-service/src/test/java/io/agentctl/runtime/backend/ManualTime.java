package io.agentctl.runtime.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when a test says so, or when somebody sleeps. */
final class ManualTime implements Time {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized void sleep(Duration duration) {
        pauses.add(duration);
        pass(duration);
    }

    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }
}
