package io.agentctl.runtime.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Writes lines on a thread of its own. A line is made there too, not where it is logged; when lines come faster than
 * they go out, they are dropped and counted. Thread-safe.
 */
public final class LogWriter implements AutoCloseable {

    private static final int WAITING = 8192;
    private static final int BATCH = 512;
    private static final long CLOSE_MILLIS = 2000;

    private final OutputStream out;
    private final BlockingQueue<Supplier<byte[]>> lines = new ArrayBlockingQueue<>(WAITING);
    private final LongAdder dropped = new LongAdder();
    private final Thread thread;
    private volatile boolean closed;

    /** Makes a writer, which does not close the stream. */
    public LogWriter(OutputStream out) {
        this.out = out;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().start(this::run);
    }

    /** Has a line written, without its end. */
    void write(Supplier<byte[]> line) {
        if (!lines.offer(line)) {
            dropped.increment();
        }
    }

    /** Lines that were not written. */
    public long dropped() {
        return dropped.sum();
    }

    private void run() {
        List<Supplier<byte[]>> batch = new ArrayList<>();
        try {
            while (!closed || !lines.isEmpty()) {
                Supplier<byte[]> first = lines.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    lines.drainTo(batch, BATCH);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Supplier<byte[]>> batch) {
        try {
            for (Supplier<byte[]> line : batch) {
                out.write(line.get());
                out.write('\n');
            }
            out.flush();
        } catch (IOException ignored) {
            dropped.add(batch.size());
        } catch (RuntimeException ignored) {
            // One line that cannot be made must not silence all others.
            dropped.increment();
        }
    }

    /** Writes what waits, for a moment. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
