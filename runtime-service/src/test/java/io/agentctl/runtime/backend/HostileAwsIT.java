package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.runtime.backend.BackendHealth.Circuit;
import io.agentctl.runtime.backend.HostileServer.Manner;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lambda and SQS back ends before an endpoint that behaves badly: ended in time, and never asked twice behind our back.
 */
class HostileAwsIT {

    private static final Map<String, String> SETTINGS =
            Map.of("timeout", "500ms", "minimumCalls", "3", "openFor", "300ms", "probes", "1");

    private final HostileServer server = new HostileServer();
    private final URI endpoint = URI.create("http://" + server.url().getAuthority());
    private final LambdaClient lambda = AwsTargets.client(LambdaClient.builder(), endpoint);
    private final SqsClient sqs = AwsTargets.client(SqsClient.builder(), endpoint);
    private final BackendFactory factory =
            new BackendFactory(PoolSettings.USUAL, () -> lambda, () -> sqs, BackendListener.NONE);
    private final Backend function = factory.make(BackendSettings.read("reasoning", "lambda:reasoning", SETTINGS));
    private final Backend queue =
            factory.make(BackendSettings.read("memory", "sqs:" + endpoint + "/1/memory", SETTINGS));

    /** The first call of a client builds what it needs, which takes longer than the attempts of these tests may. */
    @BeforeEach
    void warm() {
        lambda.invoke(request -> request.functionName("reasoning"));
        sqs.getQueueUrl(request -> request.queueName("memory"));
    }

    @AfterEach
    void stop() {
        lambda.close();
        sqs.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HANG_BEFORE_ANSWER, TIMEOUT",
        "HANG_IN_BODY, TIMEOUT",
        "BYTE_BY_BYTE, TIMEOUT",
        "RESET, FAILED",
        "ERROR_500, FAILED",
        "NO_HTTP, FAILED",
        "NO_JSON, FAILED",
        "LENGTH_TOO_LONG, FAILED"
    })
    void aRequestThatMayHaveBeenCarriedOutIsSentOnce(Manner manner, Kind kind) {
        server.manner = manner;

        for (Backend backend : List.of(function, queue)) {
            server.requests.set(0);
            long began = System.nanoTime();
            assertThat(GuardedBackendTest.kindOf(() -> backend.call(Calls.of("x", "1"))))
                    .isEqualTo(kind);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void aCallThatWasGivenUpClosesItsConnection() throws InterruptedException {
        server.manner = Manner.HANG_BEFORE_ANSWER;
        GuardedBackendTest.kindOf(() -> function.call(Calls.of("x", "1")));
        GuardedBackendTest.kindOf(() -> queue.call(Calls.of("x", "1")));

        for (int look = 0; look < 100 && server.openConnections() > 0; look++) {
            Thread.sleep(20);
        }
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void aThrottleSaysWhenToAskAgain() {
        server.manner = Manner.TOO_MANY_429;

        assertThatThrownBy(() -> function.call(Calls.within("x", "1", Duration.ofSeconds(5))))
                .isInstanceOfSatisfying(BackendException.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.OVERLOADED);
                    assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(7));
                });
        assertThat(server.requests).as("the warming of both, and this").hasValue(3);
    }

    @Test
    void theCircuitOfOneOpensAndClosesAgainAndTheOtherIsUnaffected() throws Exception {
        server.manner = Manner.RESET;
        for (int call = 0; call < 3; call++) {
            GuardedBackendTest.kindOf(() -> function.call(Calls.of("x", "1")));
        }
        assertThat(GuardedBackendTest.kindOf(() -> function.call(Calls.of("x", "1"))))
                .isEqualTo(Kind.CIRCUIT_OPEN);
        assertThat(queue.health().circuit()).isEqualTo(Circuit.CLOSED);

        server.manner = Manner.WELL;
        Thread.sleep(500);
        assertThat(Calls.text(function.call(Calls.of("x", "1")))).contains("\"intent\":\"x\"");
        assertThat(function.health().circuit()).isEqualTo(Circuit.CLOSED);
    }
}
