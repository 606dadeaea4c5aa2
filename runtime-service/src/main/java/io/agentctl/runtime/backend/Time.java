package io.agentctl.runtime.backend;

import java.time.Duration;
import java.time.Instant;

/** What time it is, and waiting: one thing, so that tests can move both together. */
interface Time {

    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    /** Nanoseconds since some moment, for durations: never goes back. */
    long nanos();

    Instant now();

    void sleep(Duration duration) throws InterruptedException;
}
