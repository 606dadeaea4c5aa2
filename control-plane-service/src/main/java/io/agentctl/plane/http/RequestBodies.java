package io.agentctl.plane.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordReader;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads bodies, and no more of one than the limit.
 *
 * @param mostBytes the limit
 * @param guard knows when one is there
 */
record RequestBodies(int mostBytes, PaceGuard guard) {

    /**
     * The record that a body stands for.
     *
     * @throws AgentctlException BAD_DOCUMENT with where it does not fit; USAGE if it is too long or no JSON by its type
     */
    <T> T read(ServerRequest request, Class<T> type) {
        JsonNode tree = JsonText.read("the body", text(request));
        try {
            return RecordReader.read(tree, type);
        } catch (MisplacedException unfit) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "the body does not fit: " + unfit.getMessage(),
                    "Is one side of another version than the other?",
                    null,
                    unfit);
        }
    }

    private String text(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new AgentctlException(ErrorCode.USAGE, "the body must be application/json, not '" + type + "'", "");
        }
        try (InputStream body = request.content().inputStream()) {
            byte[] bytes = body.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new AgentctlException(
                        ErrorCode.USAGE, "the body is longer than " + mostBytes + " bytes", "Ask for less at once.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } finally {
            guard.done();
        }
    }
}
