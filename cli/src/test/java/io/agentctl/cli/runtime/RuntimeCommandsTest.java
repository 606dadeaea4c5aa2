package io.agentctl.cli.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that talk to a runtime, against one that answers what a test tells it to. */
class RuntimeCommandsTest {

    private static final String REQUEST = "{\"intent\":\"call_reasoning\",\"context\":{\"max_tokens\":9000}}";

    @TempDir
    Path folder;

    private HttpServer server;
    private int status;
    private String answer;
    private String body;
    private String token;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        token = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void answering(int with, String json) {
        status = with;
        answer = json;
    }

    private Outcome run(String... words) {
        return Commands.in(folder).with("AGENTCTL_RUNTIME_TOKEN", "secret").run(words);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void anAllowedRequestPrintsItsResult() {
        answering(200, "{\"decision\":{\"effect\":\"allow\"},\"result\":{\"echo\":1}}");

        Outcome outcome = run("runtime", "dispatch", REQUEST, "--url", url());

        assertThat(outcome.talk()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("allowed", "{\"echo\":1}");
        assertThat(body).isEqualTo(REQUEST);
        assertThat(token).isEqualTo("Bearer secret");
    }

    @Test
    void aDenialPrintsItsReasonAndExitsWith77() {
        answering(
                403,
                "{\"title\":\"Denied\",\"status\":403,\"detail\":\"too many tokens\",\"policy\":\"token-cap\","
                        + "\"version\":\"3\",\"rule\":\"too-long\",\"decisionId\":\"d-1\"}");

        Outcome outcome = run("runtime", "dispatch", REQUEST, "--url", url());

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.out()).contains("denied", "too many tokens", "token-cap@3/too-long", "d-1");
    }

    @Test
    void whatTheRuntimeRefusesIsSaidWithItsPlace() {
        answering(
                400,
                "{\"title\":\"Bad request\",\"detail\":\"must be an integer\",\"pointer\":\"/context/max_tokens\"}");

        Outcome outcome = run("runtime", "dispatch", "{}", "--url", url());

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains("answered 400", "must be an integer", "/context/max_tokens");
    }

    @Test
    void overloadIsWorthTryingAgain() {
        answering(503, "<html>busy</html>");

        assertThat(run("runtime", "dispatch", REQUEST, "--url", url()).code()).isEqualTo(75);
    }

    @Test
    void healthTellsWhatIsWrongAndExitsWith3() {
        answering(
                503,
                """
                {"status": "DOWN", "draining": true, "policies": {"loaded": true, "generation": 3, "count": 2,
                 "problem": "hours@2 cannot be enforced", "storeUnreachableSince": "2026-01-01T00:00:00Z"},
                 "backends": [{"name": "tools", "circuit": "open", "healthy": false, "inFlight": 0,
                 "lastError": "connection refused"}]}
                """);

        Outcome outcome = run("runtime", "health", "--url", url());

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("DOWN, draining", "generation 3, 2 in force", "hours@2 cannot be enforced")
                .contains("cannot be reached since 2026-01-01", "tools", "open", "connection refused");
    }

    @Test
    void aRuntimeThatIsNotThereIsSaid() {
        Outcome outcome = run("runtime", "health", "--url", "http://127.0.0.1:1");

        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.talk()).contains("http://127.0.0.1:1", "agentctl serve runtime");
    }
}
