package io.agentctl.runtime.backend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.agentctl.runtime.backend.BackendException.Repeat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Checks that what a target answered is one JSON value, without building it. */
final class JsonAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_ASCII = 0x09;
    private static final int LAST_ASCII = 0x7e;

    private JsonAnswer() {}

    /**
     * The answer as it is, or {@code null} (the literal) where it is empty.
     *
     * @throws BackendException if it is no JSON, or not UTF-8
     */
    static byte[] of(byte[] body, String backend) throws BackendException {
        if (body.length == 0) {
            return NULL.clone();
        }
        try (JsonParser parser = JSON.createParser(body)) {
            requireUtf8(body);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return NULL.clone();
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return body;
        } catch (IOException problem) {
            throw BackendException.failed(
                    "The back end %s answered %d bytes that are no JSON".formatted(backend, body.length),
                    Repeat.NEVER,
                    problem);
        }
    }

    /** Jackson would also take UTF-16 and UTF-32, and a mark in front; whose first or second byte is none of JSON's. */
    private static void requireUtf8(byte[] body) throws IOException {
        for (int index = 0; index < Math.min(2, body.length); index++) {
            boolean first = index == 0 && (body[0] < FIRST_ASCII || body[0] > LAST_ASCII);
            if (first || body[index] == 0) {
                throw new IOException("not UTF-8");
            }
        }
    }
}
