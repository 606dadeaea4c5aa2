package io.agentctl.sandbox.sns;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Posts messages to HTTP endpoints, in real time, beside the simulation, and tries again where it fails. */
final class HttpDeliveries {
    private static final int TRIES = 3;
    private static final int ACCEPTED_FROM = 200;
    private static final int ACCEPTED_BEFORE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    void post(URI endpoint, Map<String, String> headers, String body) {
        Thread.ofVirtual().name("sns-delivery").start(() -> {
            try (HttpClient client =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
                HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
                headers.forEach(request::header);
                post(client, request.build());
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** An answer that blames the message, 4xx, is final; SNS would try longer than anybody plays. */
    private static void post(HttpClient client, HttpRequest request) throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status >= ACCEPTED_FROM && status < ACCEPTED_BEFORE) {
                    return;
                }
            } catch (IOException ignored) {
                // Nobody listens there yet; the next attempt may find somebody.
            }
            Thread.sleep(BETWEEN);
        }
    }
}
