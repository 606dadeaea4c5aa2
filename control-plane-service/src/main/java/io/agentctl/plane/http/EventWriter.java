package io.agentctl.plane.http;

import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.remote.RunEvent;
import io.agentctl.plane.run.Follower;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Writes what a follower hears as server-sent events (WHATWG HTML, section 9.2). */
final class EventWriter {

    /** A comment as often as this tells both sides that the other is there; load balancers close what is silent. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final ServerResponse response;

    EventWriter(ServerResponse response) {
        this.response = response;
    }

    /** Writes until the run is over or the listener gone. */
    void write(Follower follower) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.create("X-Accel-Buffering"), "no");
        try (OutputStream out = response.outputStream()) {
            out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (!follower.over()) {
                List<RunEvent> news = follower.next(HEARTBEAT);
                if (news.isEmpty()) {
                    out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
                }
                for (RunEvent event : news) {
                    out.write(text(event).getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
