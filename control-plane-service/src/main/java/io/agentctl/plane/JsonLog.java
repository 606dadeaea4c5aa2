package io.agentctl.plane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.json.JsonText;
import io.agentctl.plane.http.AccessLog;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunListener;
import io.helidon.webserver.http.ServerRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * One JSON object a line. A thread of its own writes, so that nobody waits for a slow reader; what it cannot keep up
 * with is counted and said. Neither headers nor bodies nor queries are ever written: they may hold secrets.
 */
final class JsonLog implements AccessLog, RunListener, AutoCloseable {

    private static final int WAITING = 10_000;
    private static final int LONGEST_TRACE = 4_000;

    private final PrintWriter out;
    private final InstantSource clock;
    private final BlockingQueue<ObjectNode> lines = new LinkedBlockingQueue<>(WAITING);
    private final LongAdder lost = new LongAdder();
    private final Thread writer;

    JsonLog(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.writer = Thread.ofPlatform().name("log").daemon().start(this::write);
    }

    @Override
    public void answered(ServerRequest request, int status, Duration took) {
        add(line("request")
                .put("method", request.prologue().method().text())
                .put("path", request.path().rawPath())
                .put("status", status)
                .put("millis", took.toMillis())
                .put("from", request.remotePeer().host())
                .put("request", request.socketId() + "-" + request.id()));
    }

    @Override
    public void bug(String path, RuntimeException failure) {
        add(line("bug").put("path", path).put("failure", trace(failure)));
    }

    @Override
    public void ended(Run run) {
        ObjectNode line = line("operation")
                .put("id", run.id().value())
                .put("useCase", run.asked().useCase())
                .put("caller", run.asked().caller())
                .put("state", run.standing().state().name());
        run.standing().failure().ifPresent(failure -> line.put("failure", failure.message()));
        add(line);
    }

    @Override
    public void failed(Run run, RuntimeException failure) {
        if (failure.getCause() != null) {
            add(line("cause").put("id", run.id().value()).put("failure", trace(failure)));
        }
    }

    /** Something that is tried again. */
    void trouble(RuntimeException failure) {
        add(line("trouble").put("failure", failure.toString()));
    }

    /** A line that others have made. */
    void line(ObjectNode line) {
        add(line);
    }

    /** A line of its own kind. */
    void say(String event, String text) {
        add(line(event).put("text", text));
    }

    private ObjectNode line(String event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .put("event", event);
    }

    private void add(ObjectNode line) {
        if (!lines.offer(line)) {
            lost.increment();
        }
    }

    private static String trace(RuntimeException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString()
                .substring(0, Math.min(LONGEST_TRACE, text.getBuffer().length()));
    }

    private void write() {
        try {
            while (true) {
                print(lines.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(ObjectNode line) {
        long missing = lost.sumThenReset();
        if (missing > 0) {
            out.println(JsonText.write(line("lost").put("lines", missing)));
        }
        out.println(JsonText.write(line));
        out.flush();
    }

    /** Writes what is left. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        lines.forEach(this::print);
    }
}
