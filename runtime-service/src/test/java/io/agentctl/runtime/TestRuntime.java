package io.agentctl.runtime;

import io.agentctl.policies.store.TrustedKeys;
import io.agentctl.runtime.configuration.ConfigurationReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A runtime in this process, with policies of files, on a free port. */
final class TestRuntime implements AutoCloseable {

    /** Allows all but long answers, and masks prompts. */
    static final String POLICY =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: token-cap
              owner: platform
              description: Caps the tokens of an answer.
            spec:
              rules:
                - id: cap
                  when: has(context.max_tokens) && context.max_tokens > 8000
                  effect: deny
                  message: at most 8000 tokens
                - id: quoted
                  when: has(context.prompt) && context.prompt.contains("forbidden")
                  effect: deny
                  messageExpression: '"not allowed: " + context.prompt'
                - id: usual
                  when: "true"
                  effect: allow
              redact: [/context/prompt]
            """;

    private final RuntimeService service;
    private final ByteArrayOutputStream log;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestRuntime(RuntimeService service, ByteArrayOutputStream log) {
        this.service = service;
        this.log = log;
    }

    /** Starts one with {@link #POLICY}; the configuration says all but where policies and the port are. */
    static TestRuntime start(Path folder, String configuration) {
        return start(folder, configuration, Optional.empty());
    }

    static TestRuntime start(Path folder, String configuration, Optional<String> tokens) {
        return start(folder, POLICY, configuration, tokens);
    }

    /** Starts one with another policy. */
    static TestRuntime startWith(Path folder, String policy, String configuration) {
        return start(folder, policy, configuration, Optional.empty());
    }

    /** Starts one with another way of stopping. */
    static TestRuntime start(Path folder, String configuration, String server) {
        return start(folder, POLICY, configuration, server, Optional.empty());
    }

    /** Starts one with the policies of {@link TestStore}. */
    static TestRuntime ofStore(URI endpoint, String configuration) {
        return ofStore(endpoint, configuration, 0);
    }

    /** Starts one on a port. */
    static TestRuntime ofStore(URI endpoint, String configuration, int port) {
        return start(
                """
                project: acme
                environment: production
                server: {port: %d, notice: 0ms}
                policies: {watch: 50ms}
                aws: {region: eu-central-1, endpoint: "%s"}
                %s"""
                        .formatted(port, endpoint, configuration),
                Optional.empty());
    }

    private static TestRuntime start(String text, Optional<String> tokens) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        NamedFiles files = new NamedFiles(tokens, TrustedKeys.NONE);
        return new TestRuntime(RuntimeService.start(ConfigurationReader.read("runtime.yaml", text), files, log), log);
    }

    private static TestRuntime start(Path folder, String policy, String configuration, Optional<String> tokens) {
        return start(folder, policy, configuration, "notice: 0ms", tokens);
    }

    private static TestRuntime start(
            Path folder, String policy, String configuration, String server, Optional<String> tokens) {
        try {
            Path policies = Files.createDirectories(folder.resolve("policies"));
            Files.writeString(policies.resolve("token-cap.yaml"), policy);
            return start(
                    "server: {port: 0, %s}\npolicies: {watch: 50ms, files: [%s]}\n%s"
                            .formatted(server, policies, configuration),
                    tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return service.port();
    }

    HttpResponse<String> dispatch(String body) {
        return send(post(body));
    }

    HttpRequest.Builder post(String body) {
        return request("/dispatch")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was logged once a line with this text is there. */
    String logWith(String text) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            String logged = log.toString(StandardCharsets.UTF_8);
            if (logged.contains(text)) {
                return logged;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nothing was logged of " + text + " in " + log.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        service.close();
    }
}
