package io.agentctl.control.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** HTTP to one runtime. It uses the JDK's oldest client, whose start costs a command line least. */
final class RuntimeGateway {

    private static final int CONNECT_MILLIS = 5_000;

    private final URI runtime;
    private final Optional<String> token;
    private final Duration timeout;

    /**
     * Makes a gateway.
     *
     * @param runtime where it answers, such as {@code http://127.0.0.1:8080}
     * @param token a bearer token, where the runtime wants one
     * @param timeout how long one answer may take
     */
    RuntimeGateway(URI runtime, Optional<String> token, Duration timeout) {
        this.runtime = runtime;
        this.token = token;
        this.timeout = timeout;
    }

    /**
     * An answer.
     *
     * @param body its JSON; missing where there was none, a text where it was something else
     * @param took from the connection to the last byte
     */
    record Answer(int status, JsonNode body, Duration took) {}

    Answer get(String path) {
        return ask("GET", path, new byte[0]);
    }

    Answer post(String path, String json) {
        return ask("POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    private Answer ask(String method, String path, byte[] body) {
        long start = System.nanoTime();
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) runtime.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toMillis()));
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod(method);
            token.ifPresent(secret -> connection.setRequestProperty("Authorization", "Bearer " + secret));
            if (body.length > 0) {
                connection.setDoOutput(true);
                // Without a fixed length this client sends a request again by itself when the connection breaks.
                connection.setFixedLengthStreamingMode(body.length);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            JsonNode answer = read(connection, status);
            return new Answer(status, answer, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.UNREACHABLE,
                    "the runtime at " + runtime + " does not answer: " + failure.getMessage(),
                    "Name another with --url, or start one with 'agentctl serve runtime'.",
                    null,
                    failure);
        }
    }

    private static JsonNode read(HttpURLConnection connection, int status) throws IOException {
        InputStream stream =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
        if (stream == null) {
            return MissingNode.getInstance();
        }
        try (InputStream in = stream) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return parse(text);
        }
    }

    /** A load balancer's own answers are pages, not JSON. */
    private static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }
}
