package io.agentctl.runtime.backend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace of a request in the forms that AWS passes on. */
final class TraceHeaders {

    /** Bytes of a client context at most (Lambda API, Invoke). */
    static final int CLIENT_CONTEXT_LIMIT = 3_583;

    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{8})([0-9a-f]{24})-([0-9a-f]{16})-([0-9a-f]{2}).*");
    private static final int HEXADECIMAL = 16;
    private static final JsonFactory JSON = new JsonFactory();

    private TraceHeaders() {}

    /**
     * A W3C {@code traceparent} as X-Ray writes it; both have the same numbers.
     *
     * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html">X-Ray concepts</a>
     */
    static Optional<String> xray(Map<String, String> headers) {
        Matcher matcher = TRACE_PARENT.matcher(headers.getOrDefault("traceparent", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int sampled = Integer.parseInt(matcher.group(4), HEXADECIMAL) & 1;
        return Optional.of("Root=1-%s-%s;Parent=%s;Sampled=%d"
                .formatted(matcher.group(1), matcher.group(2), matcher.group(3), sampled));
    }

    /** What a Lambda function finds in its context as {@code custom}; empty if it would be too long. */
    static Optional<String> clientContext(Map<String, String> headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("custom");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String encoded = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return encoded.length() > CLIENT_CONTEXT_LIMIT ? Optional.empty() : Optional.of(encoded);
    }
}
