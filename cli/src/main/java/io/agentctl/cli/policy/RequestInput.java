package io.agentctl.cli.policy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A request as users give it: JSON, or {@code @FILE} for JSON that is in a file, as curl has it. */
public final class RequestInput {

    private RequestInput() {}

    /**
     * The JSON text.
     *
     * @throws AgentctlException NOT_FOUND if the file cannot be read
     */
    public static String text(String given) {
        if (!given.startsWith("@")) {
            return given;
        }
        Path file = Path.of(given.substring(1));
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AgentctlException(ErrorCode.NOT_FOUND, "cannot read " + file, "", null, failure);
        }
    }
}
