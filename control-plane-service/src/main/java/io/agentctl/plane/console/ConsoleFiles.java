package io.agentctl.plane.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the console by their names. They are read from the class path once; a name that was asked for is only
 * ever looked up here, so that no name leads out of them.
 */
public final class ConsoleFiles {

    private static final String FOLDER = "/io/agentctl/console/";
    private static final String PAGE = "index.html";

    private final Map<String, ConsoleFile> files;

    private ConsoleFiles(Map<String, ConsoleFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Those on the class path; none where the console was left out of the build. */
    public static ConsoleFiles load() {
        Map<String, ConsoleFile> files = new HashMap<>();
        bytes("files.json").ifPresent(manifest -> JsonText.read(
                        "the console's manifest", new String(manifest, StandardCharsets.UTF_8))
                .path("files")
                .forEach(file -> files.put(file.path("name").textValue(), file(file))));
        return new ConsoleFiles(files);
    }

    private static ConsoleFile file(JsonNode listed) {
        String name = listed.path("name").textValue();
        return new ConsoleFile(
                listed.path("type").textValue(),
                listed.path("sha256").textValue(),
                required(name),
                required(name + ".gz"));
    }

    private static byte[] required(String name) {
        return bytes(name).orElseThrow(() -> new IllegalStateException("the console lacks " + name));
    }

    private static Optional<byte[]> bytes(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The page that loads the others. */
    public Optional<ConsoleFile> page() {
        return find(PAGE);
    }

    /** One by its exact name. */
    public Optional<ConsoleFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
