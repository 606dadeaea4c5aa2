package io.agentctl.control.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * HTTP to one server, with what a caller of a control plane needs: no redirects, which could take credentials
 * elsewhere, and an end to waiting for whoever does not answer.
 */
final class Endpoint {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_OF_A_PROBLEM = 64 * 1024;

    private final URI base;
    private final Duration read;

    /**
     * Makes an endpoint and calls nothing.
     *
     * @param base where the server is
     * @param read how long to wait for bytes, at the start of an answer and between two of them
     */
    Endpoint(URI base, Duration read) {
        this.base = base;
        this.read = read;
    }

    /**
     * An answer whose body is still to be read.
     *
     * @param body closed by whoever reads it
     */
    record Answer(int status, InputStream body) implements AutoCloseable {

        boolean good() {
            return status / 100 == 2;
        }

        String text() throws IOException {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }

        /** What stands in an answer that is no success; no server's flood of words fills the memory. */
        String problem() throws IOException {
            return new String(body.readNBytes(MOST_OF_A_PROBLEM), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    Answer get(String path, Map<String, String> headers) throws IOException {
        return answer(open("GET", path, headers));
    }

    Answer post(String path, Map<String, String> headers, String json) throws IOException {
        HttpURLConnection connection = open("POST", path, headers);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(bytes);
        }
        return answer(connection);
    }

    private HttpURLConnection open(String method, String path, Map<String, String> headers) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) base.resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(read.toMillis()));
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return new Answer(status, body == null ? InputStream.nullInputStream() : body);
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return base.toString();
    }
}
