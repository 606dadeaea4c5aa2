package io.agentctl.control.settings;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was read.
 *
 * @param path as messages name it
 * @param text its whole content
 */
public record TextFile(Path path, String text) {

    /**
     * Reads a file.
     *
     * @return nothing if there is none
     * @throws AgentctlException BAD_CONFIGURATION if there is one that cannot be read
     */
    public static Optional<TextFile> read(Path path) {
        try {
            return Optional.of(new TextFile(path, Files.readString(path)));
        } catch (NoSuchFileException ignored) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "cannot read " + path + ": " + e.getMessage(),
                    "Check that it is a readable file in UTF-8.",
                    null,
                    e);
        }
    }
}
