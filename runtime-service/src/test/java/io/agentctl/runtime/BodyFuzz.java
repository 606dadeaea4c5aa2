package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the body of a dispatch holds, it is answered with a result or with a problem that is the caller's, over
 * HTTP, and soon. The extended run looks for a body that is not, for a minute; {@link BodyFuzzSeedsIT} sends what it
 * starts from in every run.
 */
@Tag("extended")
class BodyFuzz {

    static final String CONFIGURATION =
            """
            backends: {echo: {target: "echo:"}}
            routes: {call_reasoning: echo, "tool_*": echo}
            telemetry: {accessLog: all, decisionLog: all}
            limits: {body: 2KiB, depth: 5}
            """;

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static TestRuntime runtime;
    private static RawClient client;

    @BeforeAll
    static void start() {
        runtime = TestRuntime.start(folder, CONFIGURATION);
        client = new RawClient(runtime.port());
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        runtime.close();
    }

    static Stream<byte[]> seeds() {
        String intent = "{\"intent\":\"call_reasoning\"";
        return Stream.of(
                        intent + "}",
                        intent + ",\"context\":{\"max_tokens\":100,\"model\":\"large\",\"tools\":[\"search\"]}}",
                        intent + ",\"context\":{\"max_tokens\":9000,\"prompt\":\"forbidden \\u00e9 \\ud83d\\ude00\"}}",
                        intent + ",\"context\":{\"prompt\":\"forbidden \\ud800\"}}",
                        intent + ",\"context\":{\"a\":[1,-2.5e-3,true,null,{\"b/~\":\"c\"}],\"stream\":false}}",
                        intent + ",\"context\":{\"a\":{\"a\":1,\"a\":1}}}",
                        intent + ",\"context\":{\"a\":[[[[[[1]]]]]]}}",
                        intent + ",\"context\":{\"max_tokens\":\"9\",\"a\":1e999}}",
                        intent + ",\"context\":{\"a\":99999999999999999999}} {}",
                        "{\"intent\":\"tool_x\",\"context\":{\"a\":\"" + "x".repeat(2_100) + "\"}}",
                        "{\"intent\":\"nobody\",\"more\":7}",
                        "[{\"intent\"",
                        "\u0000\ufeff{}",
                        "")
                .map(body -> body.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void everyBodyIsAnswered(byte[] body) throws IOException {
        // Jazzer takes a connection for a server-side request that somebody smuggled in: here it is the test's own.
        SilentCloseable allowed = BugDetectors.allowNetworkConnections((host, port) -> port == runtime.port());
        try {
            judge(client, body);
        } finally {
            allowed.close();
        }
    }

    /** Every other length goes in chunks. */
    static void judge(RawClient client, byte[] body) throws IOException {
        RawClient.Answer answer = client.post(body, body.length % 2 == 1);

        assertThat(answer.status()).isIn(200, 400, 403, 413, 422);
        assertThat(answer.type()).isEqualTo(answer.status() == 200 ? "application/json" : "application/problem+json");
        JsonNode document = JSON.readTree(answer.body());
        if (answer.status() == 200) {
            assertThat(document.path("decision").path("effect").textValue()).isEqualTo("allow");
        } else {
            assertThat(document.path("status").intValue()).isEqualTo(answer.status());
        }
    }
}
