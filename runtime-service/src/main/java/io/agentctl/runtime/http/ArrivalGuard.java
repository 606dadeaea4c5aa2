package io.agentctl.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cuts off whoever sends a request too slowly, since each holds a connection, and then a place, that others need. A
 * timeout of the socket would start anew with every byte, and cost a timer for every read. Counts from the first line
 * on; what comes before that, the server's limit on idle connections bounds. Thread-safe.
 */
final class ArrivalGuard implements AutoCloseable, Http1ConnectionListener {

    private static final Duration CHECK = Duration.ofMillis(250);

    private final Map<Thread, Long> arriving = new ConcurrentHashMap<>();
    private final long nanos;
    private final Thread thread;

    /** Makes a guard that gives each request so much time. */
    ArrivalGuard(Duration timeout) {
        this.nanos = timeout.toNanos();
        this.thread = Thread.ofPlatform().name("arrival-guard").daemon().start(this::run);
    }

    /** Each connection has a thread; an interrupt closes it. */
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        arriving.put(Thread.currentThread(), System.nanoTime());
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (!headers.contains(HeaderNames.CONTENT_LENGTH) && !headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            arrived();
        }
    }

    /** The request of the calling thread is there, or nobody waits for the rest of it. */
    void arrived() {
        arriving.remove(Thread.currentThread());
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(CHECK);
                long now = System.nanoTime();
                arriving.forEach((reader, since) -> {
                    if (now - since > nanos && arriving.remove(reader, since)) {
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
