package io.agentctl.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that runs like its base and can be moved forward. Times are whole milliseconds. Thread-safe. */
public final class SandboxClock implements InstantSource {
    private final InstantSource base;
    private final AtomicLong offsetMillis = new AtomicLong();

    /** A clock that runs with {@code base}; a fixed base gives a clock that moves only when told. */
    public SandboxClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(offsetMillis.get());
    }

    /**
     * Moves the clock forward.
     *
     * @param by how far, not negative: what has happened cannot be taken back
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock moves forward only, not by " + by);
        }
        offsetMillis.addAndGet(by.toMillis());
    }

    /** How far the clock is ahead of its base. */
    public Duration offset() {
        return Duration.ofMillis(offsetMillis.get());
    }
}
