package io.agentctl.runtime.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cuts off whoever sends a body too slowly, since each holds a place that others need. A timeout of the socket would do
 * the same, at the price of a timer for every read of every request. Thread-safe.
 */
final class BodyGuard implements AutoCloseable {

    private static final Duration CHECK = Duration.ofMillis(250);

    private final Map<Thread, Long> reading = new ConcurrentHashMap<>();
    private final long nanos;
    private final Thread thread;

    /** Makes a guard that gives each body so much time. */
    BodyGuard(Duration timeout) {
        this.nanos = timeout.toNanos();
        this.thread = Thread.ofPlatform().name("body-guard").daemon().start(this::run);
    }

    /** The calling thread begins to read; an interrupt closes its connection. */
    void begin() {
        reading.put(Thread.currentThread(), System.nanoTime());
    }

    void end() {
        reading.remove(Thread.currentThread());
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(CHECK);
                long now = System.nanoTime();
                reading.forEach((reader, since) -> {
                    if (now - since > nanos && reading.remove(reader, since)) {
                        reader.interrupt();
                    }
                });
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
