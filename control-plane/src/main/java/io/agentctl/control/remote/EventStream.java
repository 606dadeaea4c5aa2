package io.agentctl.control.remote;

import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Server-sent events (WHATWG HTML, section 9.2) with the documents of {@link RunEvent} as their data. */
final class EventStream implements AutoCloseable {

    private final ControlPlane plane;
    private final BufferedReader lines;

    EventStream(ControlPlane plane, InputStream body) {
        this.plane = plane;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The next event; empty if the server ended the stream. Comments, which only keep it alive, are passed over. */
    Optional<RunEvent> next() throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(event(data.toString()));
            }
            if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            }
        }
        return Optional.empty();
    }

    private RunEvent event(String data) {
        try {
            return RecordReader.read(JsonText.read("event", data), RunEvent.class);
        } catch (MisplacedException other) {
            throw plane.otherVersion(other);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
