package io.agentctl.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The file by which others find a sandbox that runs as a process: {@code sandbox.json} in its state directory. */
final class StateFile {
    private static final String NAME = "sandbox.json";

    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper();

    StateFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** Writes it anew; who reads it meanwhile sees the old or the new one whole. */
    void write(Map<String, Object> status) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(NAME + ".new");
            Files.write(fresh, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(status));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it: the sandbox is no longer there. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
