package io.agentctl.runtime.backend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Answers with the request's own context, byte for byte: for trying things out, and for measuring what all else costs.
 */
public final class EchoBackend implements Backend {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final String name;

    /**
     * Makes a back end.
     *
     * @param name as the configuration calls it
     */
    public EchoBackend(String name) {
        this.name = name;
    }

    @Override
    public BackendAnswer call(BackendCall call) throws BackendException {
        try {
            return new BackendAnswer(context(call.body()), 1);
        } catch (IOException problem) {
            throw new BackendException(
                    BackendException.Kind.REJECTED, "The request is no JSON object", Duration.ZERO, problem);
        }
    }

    /** The bytes of the member {@code context}; nothing is built, so that an echo costs one pass over the request. */
    private static byte[] context(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("context");
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (wanted) {
                    parser.finishToken();
                    int end = (int) parser.currentLocation().getByteOffset();
                    return Arrays.copyOfRange(body, start, end);
                }
            }
            return NULL;
        }
    }

    @Override
    public BackendHealth health() {
        return new BackendHealth(name, BackendHealth.Circuit.CLOSED, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
