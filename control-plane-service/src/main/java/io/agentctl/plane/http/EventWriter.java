package io.agentctl.plane.http;

import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.remote.RunEvent;
import io.agentctl.plane.run.Follower;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Writes what a follower hears as server-sent events (WHATWG HTML, section 9.2). */
final class EventWriter {

    /** A comment as often as this tells both sides that the other is there; load balancers close what is silent. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerResponse response;
    private final PaceGuard guard;

    EventWriter(ServerResponse response, PaceGuard guard) {
        this.response = response;
        this.guard = guard;
    }

    /** Waits for what is to be written next. */
    interface Source {
        String next() throws InterruptedException;
    }

    /** Writes until the run is over or the listener gone. */
    void write(Follower follower) {
        write(
                follower::over,
                () -> follower.next(HEARTBEAT).stream().map(EventWriter::text).collect(Collectors.joining()));
    }

    /** Writes what comes, and a comment instead of nothing, until it is over or the listener gone. */
    void write(BooleanSupplier over, Source source) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.create("X-Accel-Buffering"), "no");
        try (OutputStream out = response.outputStream()) {
            send(out, COMMENT);
            while (!over.getAsBoolean()) {
                String news = source.next();
                send(out, news.isEmpty() ? COMMENT : news.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | UncheckedIOException gone) {
            // Anything else would be told with its trace each time that somebody closes a page.
            throw new CloseConnectionException("the listener is gone", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(OutputStream out, byte[] bytes) throws IOException {
        guard.begun();
        try {
            out.write(bytes);
            out.flush();
        } finally {
            guard.done();
        }
    }

    private static String text(RunEvent event) {
        String data = "data: " + JsonText.write(RecordTree.of(event)) + "\n\n";
        return switch (event) {
            case RunEvent.Progressed progressed -> "event: progressed\nid: " + progressed.number() + "\n" + data;
            case RunEvent.Turned ignored -> "event: turned\n" + data;
        };
    }
}
