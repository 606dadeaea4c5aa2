package io.agentctl.sandbox.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A DynamoDB in memory with some tables. Starting takes a second or two, so it is put off until the first call.
 * Thread-safe.
 */
public final class DynamoDb implements AutoCloseable {
    /** DynamoDB Local wants a signature's form, and only letters and digits in the key; it checks nothing else. */
    private static final String SIGNATURE = "AWS4-HMAC-SHA256"
            + " Credential=sandbox/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private static final int OK = 200;

    private final Supplier<List<String>> tables;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LocalServer server;
    private boolean closed;

    /** One that will have the tables of these {@code CreateTable} requests; they are asked for when it starts. */
    public DynamoDb(Supplier<List<String>> tables) {
        this.tables = tables;
    }

    /**
     * What it answered.
     *
     * @param status the HTTP status
     * @param headers the first value of each header
     * @param body the body
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * Carries out a call.
     *
     * @param target the value of {@code X-Amz-Target}
     * @param contentType the body's media type
     * @param body the request
     * @throws IOException when it does not answer
     */
    public Answer call(String target, String contentType, byte[] body) throws IOException {
        return send(running(), target, contentType, body);
    }

    /** Starts it if it is not running. */
    public void start() {
        running();
    }

    /** Whether it runs already. */
    public synchronized boolean started() {
        return server != null;
    }

    private synchronized LocalServer running() {
        if (closed) {
            throw new IllegalStateException("DynamoDB was stopped");
        }
        if (server == null) {
            LocalServer started = LocalServer.start();
            try {
                tables.get().forEach(table -> create(started, table));
            } catch (RuntimeException e) {
                started.stop();
                throw e;
            }
            server = started;
        }
        return server;
    }

    private void create(LocalServer started, String table) {
        try {
            Answer answer = send(
                    started,
                    "DynamoDB_20120810.CreateTable",
                    "application/x-amz-json-1.0",
                    table.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != OK) {
                throw new IllegalStateException(
                        "Cannot create table " + table + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(LocalServer to, String target, String contentType, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + "/"))
                .header("X-Amz-Target", target)
                .header("Content-Type", contentType.isEmpty() ? "application/x-amz-json-1.0" : contentType)
                .header("Authorization", SIGNATURE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while DynamoDB answered", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.stop();
        }
        client.close();
    }
}
