package io.agentctl.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.cli.process.DetachedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A runtime that was started with {@code --detach}.
 *
 * @param url where it answers
 */
public record RuntimeState(long pid, URI url) {

    private static final String FILE = "runtime.json";

    /** The runtime, if its process is there: one that was killed leaves its file behind. */
    public static Optional<RuntimeState> running(Path folder) {
        try {
            JsonNode state = new ObjectMapper().readTree(Files.readString(folder.resolve(FILE)));
            return Optional.of(new RuntimeState(
                            state.path("pid").asLong(),
                            URI.create(state.path("url").asText())))
                    .filter(found -> DetachedProcess.isAlive(found.pid));
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        ObjectNode state = new ObjectMapper().createObjectNode();
        state.put("pid", pid).put("url", url.toString());
        Files.writeString(folder.resolve(FILE), state.toPrettyString());
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
