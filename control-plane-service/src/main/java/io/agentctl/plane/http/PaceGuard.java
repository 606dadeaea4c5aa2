package io.agentctl.plane.http;

import io.agentctl.plane.loop.Rounds;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Cuts off whoever sends a request too slowly, and whoever follows events and does not read them, since each holds a
 * connection that others need. A timeout of the socket would start anew with every byte, and there is none for writing.
 * Thread-safe.
 */
final class PaceGuard implements AutoCloseable, Http1ConnectionListener {

    private static final Duration CHECK = Duration.ofMillis(250);

    private final Map<Thread, Long> waiting = new ConcurrentHashMap<>();
    private final long nanos;
    private final Rounds rounds;

    /** Makes a guard that gives each request, and each event, so much time. */
    PaceGuard(Duration most, Consumer<RuntimeException> trouble) {
        this.nanos = most.toNanos();
        this.rounds = new Rounds("pace-guard", CHECK, this::check, trouble);
    }

    PaceGuard start() {
        rounds.start();
        return this;
    }

    /** Each connection has a thread; an interrupt closes it. */
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        begun();
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (!headers.contains(HeaderNames.CONTENT_LENGTH) && !headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            done();
        }
    }

    /** The calling thread waits for the other side from now on. */
    void begun() {
        waiting.put(Thread.currentThread(), System.nanoTime());
    }

    /** The calling thread no longer waits for the other side. */
    void done() {
        waiting.remove(Thread.currentThread());
    }

    private void check() {
        long now = System.nanoTime();
        waiting.forEach((waiter, since) -> {
            if (now - since > nanos && waiting.remove(waiter, since)) {
                waiter.interrupt();
            }
        });
    }

    @Override
    public void close() {
        rounds.close();
    }
}
