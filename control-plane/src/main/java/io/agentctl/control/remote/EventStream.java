package io.agentctl.control.remote;

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

    private final BufferedReader lines;

    EventStream(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The next event; empty if the server ended the stream. Comments, which only keep it alive, are passed over. */
    Optional<RunEvent> next() throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(RecordReader.read(JsonText.read("event", data.toString()), RunEvent.class));
            }
            if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
