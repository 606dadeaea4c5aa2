package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

class LambdaBackendIT {

    private static final String WORLD =
            """
            lambdaConcurrency: 3
            functions:
              - {name: echo, memory: 256, versions: 2, aliases: {live: 2}, model: {cpu: 1ms, init: 20ms}}
              - {name: slow, timeout: 1s, model: {latency: 5s}}
              - {name: waiting, timeout: 5s, model: {latency: 2s, noise: 0, init: 0s}}
              - {name: set-aside, reservedConcurrency: 0, timeout: 5s}
              - {name: failing, failureRate: 1}
            """;

    private final Sandbox sandbox = Sandbox.start(World.parse(WORLD, Path.of("")));
    private final LambdaClient lambda = AwsTargets.client(LambdaClient.builder(), sandbox.endpoint());

    @AfterEach
    void stop() {
        lambda.close();
        sandbox.close();
    }

    @Test
    void handsTheRequestToTheAliasAndReturnsTheResult() throws BackendException {
        assertThat(Calls.text(backend("echo:live", lambda, Map.of()).call(Calls.of("call_reasoning", "{\"a\":1}"))))
                .isEqualTo("{\"intent\":\"call_reasoning\",\"context\":{\"a\":1}}");
    }

    @Test
    void aFunctionThatFailsIsAFailureAndNotRepeated() {
        assertThat(kind("failing", Map.of())).isEqualTo(Kind.FAILED);
        assertThat(invocations()).isEqualTo(1);
    }

    @Test
    void aFunctionThatReachesItsOwnTimeoutIsLate() {
        assertThat(kind("slow", Map.of())).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void anAttemptThatTakesTooLongIsGivenUpAndTheFunctionRunsOnce() {
        long began = System.nanoTime();
        assertThat(kind("waiting", Map.of("timeout", "300ms"))).isEqualTo(Kind.TIMEOUT);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1500));
        assertThat(invocations()).isLessThanOrEqualTo(1);
    }

    @Test
    void aThrottledInvocationIsRepeatedAndThenOverload() {
        assertThat(kind("set-aside", Map.of("retries", "2", "firstBackoff", "1ms")))
                .isEqualTo(Kind.OVERLOADED);
        assertThat(invocations()).isEqualTo(3);
    }

    @Test
    void anUnknownFunctionIsAFailureThatIsNamed() {
        assertThatThrownBy(() -> backend("nobody", lambda, Map.of()).call(Calls.of("x", "1")))
                .hasMessageContaining("404 ResourceNotFoundException");
    }

    @Test
    void anEndpointThatIsNotThereIsAFailure() {
        try (LambdaClient lost = AwsTargets.client(LambdaClient.builder(), URI.create("http://127.0.0.1:1"))) {
            assertThatThrownBy(
                            () -> backend("echo", lost, Map.of("retries", "0")).call(Calls.of("x", "1")))
                    .hasMessageContaining("cannot be reached");
        }
    }

    @Test
    void theTraceGoesAlongInTheClientContextAndTheHeader() throws BackendException {
        try (HostileServer server = new HostileServer();
                LambdaClient watched = AwsTargets.client(
                        LambdaClient.builder(),
                        URI.create("http://" + server.url().getAuthority()))) {
            backend("echo", watched, Map.of()).call(Calls.of("x", "1"));

            String head = server.heads.getFirst();
            assertThat(head)
                    .containsIgnoringCase("X-Amzn-Trace-Id: Root=1-0af76519-16cd43dd8448eb211c80319c;"
                            + "Parent=b7ad6b7169203331;Sampled=1");
            String context = head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-amz-client-context: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("x-amz-client-context: ".length());
            assertThat(new String(Base64.getDecoder().decode(context), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"custom\":{")
                    .contains("\"traceparent\":\"" + Calls.TRACE + "\"");
        }
    }

    private long invocations() {
        return sandbox.calls().mutating().stream()
                .filter(call -> call.operation().equals("Invoke"))
                .count();
    }

    private Kind kind(String function, Map<String, String> values) {
        return GuardedBackendTest.kindOf(() -> backend(function, lambda, values).call(Calls.of("x", "1")));
    }

    private Backend backend(String function, LambdaClient client, Map<String, String> values) {
        return new BackendFactory(PoolSettings.USUAL, () -> client, null, BackendListener.NONE)
                .make(BackendSettings.read("reasoning", "lambda:" + function, values));
    }
}
