package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.runtime.backend.BackendHealth.Circuit;
import io.agentctl.runtime.backend.HostileServer.Manner;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP back ends against a server that behaves badly, over real sockets. */
class HttpBackendIT {

    private static final int TIMEOUT_MILLIS = 300;

    private final HostileServer server = new HostileServer();
    private final HostileServer healthy = new HostileServer();
    private final BackendFactory factory = new BackendFactory(PoolSettings.USUAL, null, null, BackendListener.NONE);

    @AfterEach
    void stop() {
        factory.close();
        server.close();
        healthy.close();
    }

    @Test
    void postsTheRequestWithItsTraceAndReturnsTheAnswer() throws BackendException {
        BackendAnswer answer = backend(server.url(), Map.of()).call(Calls.of("call_tool", "{\"a\":\"ü\"}"));

        assertThat(Calls.text(answer)).isEqualTo("{\"echo\":{\"intent\":\"call_tool\",\"context\":{\"a\":\"ü\"}}}");
        assertThat(server.heads.getFirst())
                .startsWith("POST /dispatch HTTP/1.1")
                .containsIgnoringCase("traceparent: " + Calls.TRACE)
                .containsIgnoringCase("x-request-id: request-1")
                .containsIgnoringCase("Content-Type: application/json\r\n")
                .doesNotContainIgnoringCase("upgrade")
                .doesNotContainIgnoringCase("accept-encoding");
    }

    @Test
    void takesAnEmptyAnswerForNull() throws BackendException {
        server.manner = Manner.EMPTY;

        assertThat(Calls.text(backend(server.url(), Map.of()).call(Calls.of("x", "1"))))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "HANG_BEFORE_ANSWER, TIMEOUT",
        "HANG_IN_BODY, TIMEOUT",
        "BYTE_BY_BYTE, TIMEOUT",
        "RESET, FAILED",
        "ERROR_500, FAILED",
        "ERROR_500_HANG, FAILED",
        "BUSY_503, OVERLOADED",
        "REJECT_422, REJECTED",
        "HUGE_BODY, FAILED",
        "ENDLESS_BODY, FAILED",
        "ENDLESS_HEAD, FAILED",
        "ENDLESS_LINE, FAILED",
        "NO_JSON, FAILED",
        "LENGTH_TOO_LONG, FAILED",
        "LENGTH_TOO_SHORT, FAILED",
        "REDIRECT, FAILED",
        "NO_HTTP, FAILED"
    })
    void saysWhatWentWrongInTime(Manner manner, Kind kind) {
        Backend backend = backend(server.url(), Map.of("retries", "0"));
        warm(backend);
        server.manner = manner;

        long began = System.nanoTime();
        assertThat(GuardedBackendTest.kindOf(() -> backend.call(Calls.of("x", "1"))))
                .isEqualTo(kind);
        assertThat(millisSince(began)).isLessThan(TIMEOUT_MILLIS + 500);

        server.manner = Manner.WELL;
        assertThat(answers(backend)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG_BEFORE_ANSWER", "HANG_IN_BODY", "BYTE_BY_BYTE", "ENDLESS_BODY", "ENDLESS_HEAD"})
    void leavesNoConnectionBehind(Manner manner) throws InterruptedException {
        server.manner = manner;
        Backend backend = backend(server.url(), Map.of("retries", "0", "minimumCalls", "1000"));
        inParallel(20, () -> answers(backend));

        awaitNoConnection();
        assertThat(backend.health().inFlight()).isZero();
    }

    private void awaitNoConnection() throws InterruptedException {
        long began = System.nanoTime();
        while (server.openConnections() > 0 && millisSince(began) < 5_000) {
            Thread.sleep(10);
        }
        assertThat(server.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG_BEFORE_ANSWER", "HANG_IN_BODY", "BYTE_BY_BYTE", "RESET", "ERROR_500", "ERROR_500_HANG"})
    void anIllTargetOpensItsCircuitHarmsNobodyElseAndComesBack(Manner manner) {
        Backend ill = backend(server.url(), Map.of("retries", "0", "minimumCalls", "5", "openFor", "2s"));
        Backend well = backend(healthy.url(), Map.of());
        warm(well);
        List<Long> before = latencies(well);
        server.manner = manner;

        CompletableFuture<List<Kind>> failing = CompletableFuture.supplyAsync(
                () -> inParallel(40, () -> GuardedBackendTest.kindOf(() -> ill.call(Calls.of("x", "1")))));
        List<Long> during = latencies(well);

        assertThat(failing.join()).containsAnyOf(Kind.TIMEOUT, Kind.FAILED);
        assertThat(ill.health().circuit()).isEqualTo(Circuit.OPEN);
        assertThat(median(during)).isLessThan(Math.max(10, 3 * median(before)));
        long began = System.nanoTime();
        assertThat(GuardedBackendTest.kindOf(() -> ill.call(Calls.of("x", "1"))))
                .isEqualTo(Kind.CIRCUIT_OPEN);
        assertThat(millisSince(began)).isLessThan(100);

        server.manner = Manner.WELL;
        assertThat(recoversWithin(ill, Duration.ofSeconds(10))).isTrue();
        assertThat(ill.health().circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void saysWhereNobodyListens() {
        URI nobody = URI.create("http://127.0.0.1:1/");
        Backend backend = backend(nobody, Map.of("retries", "2", "firstBackoff", "1ms", "longestBackoff", "5ms"));

        assertThatThrownBy(() -> backend.call(Calls.of("x", "1")))
                .hasMessageContaining("cannot be reached at " + nobody.getAuthority());
        assertThat(GuardedBackendTest.kindOf(() -> backend.call(Calls.of("x", "1"))))
                .isEqualTo(Kind.FAILED);
    }

    @Test
    void passesOnWhenToAskAgain() {
        server.manner = Manner.BUSY_503;

        assertThatThrownBy(() -> backend(server.url(), Map.of()).call(Calls.within("x", "1", Duration.ofSeconds(5))))
                .isInstanceOfSatisfying(BackendException.class, problem -> assertThat(problem.retryAfter())
                        .isEqualTo(Duration.ofSeconds(7)));
        assertThat(server.requests).hasValue(1);
    }

    @Test
    void asksAgainWhereTheTargetWasOnlyBusyForAMoment() throws BackendException {
        server.manner = Manner.UNAVAILABLE_ONCE;

        assertThat(backend(server.url(), Map.of()).call(Calls.of("x", "1")).attempts())
                .isEqualTo(2);
    }

    @Test
    void usesConnectionsAgain() throws BackendException {
        Backend backend = backend(server.url(), Map.of());
        for (int call = 0; call < 50; call++) {
            backend.call(Calls.of("x", "1"));
        }

        assertThat(server.connections).hasValue(1);
    }

    @Test
    void keepsNoMoreIdleConnectionsThanItMayAfterABurst() throws Exception {
        HttpConnections connections =
                HttpConnections.open(new PoolSettings(15, 10, Duration.ofSeconds(90), Duration.ofSeconds(3)));
        try (connections) {
            Transport one = new HttpTransport("one", server.url(), 10_000, connections.client());
            Transport two = new HttpTransport("two", healthy.url(), 10_000, connections.client());
            inParallel(40, () -> one.send(Calls.of("x", "1"), Duration.ofSeconds(10)));
            int ofOneHost = connections.statistics().getAvailable();
            inParallel(40, () -> two.send(Calls.of("x", "1"), Duration.ofSeconds(10)));

            assertThat(ofOneHost).isBetween(1, 10);
            assertThat(connections.statistics().getAvailable()).isBetween(ofOneHost, 15);
            assertThat(connections.statistics().getLeased()).isZero();
        }
    }

    @Test
    void closesConnectionsThatLayIdleForLongEnough() throws Exception {
        PoolSettings brief = new PoolSettings(10, 10, Duration.ofMillis(150), Duration.ofSeconds(3));
        try (HttpConnections connections = HttpConnections.open(brief)) {
            Transport transport = new HttpTransport("one", server.url(), 10_000, connections.client());
            transport.send(Calls.of("x", "1"), Duration.ofSeconds(10));
            Thread.sleep(200);
            transport.send(Calls.of("x", "1"), Duration.ofSeconds(10));

            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void noticesThatAnIdleConnectionWasClosed() throws Exception {
        server.manner = Manner.CLOSE_SILENTLY;
        Backend backend = backend(server.url(), Map.of("retries", "0"));
        for (int call = 0; call < 3; call++) {
            assertThat(Calls.text(backend.call(Calls.of("x", "1")))).isEqualTo("{}");
            Thread.sleep(150);
        }
    }

    @Test
    void anIdempotentTargetMayCloseConnectionsAtAnyTime() {
        server.manner = Manner.CLOSE_SILENTLY;
        Backend backend = backend(
                server.url(),
                Map.of("idempotent", "true", "retryBudget", "1", "firstBackoff", "1ms", "longestBackoff", "1ms"));

        assertThat(IntStream.range(0, 100).filter(ignored -> !answers(backend)).count())
                .isZero();
    }

    @Test
    void theAnswerToOneRequestNeverHoldsTheRestOfAnother() throws BackendException {
        Backend backend = backend(server.url(), Map.of("retries", "0", "minimumCalls", "1000"));
        for (int round = 0; round < 20; round++) {
            server.manner = Manner.LENGTH_TOO_SHORT;
            assertThat(answers(backend)).isFalse();
            server.manner = Manner.WELL;
            assertThat(Calls.text(backend.call(Calls.of("x", Integer.toString(round)))))
                    .contains("\"context\":" + round);
        }
    }

    private Backend backend(URI url, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of("timeout", TIMEOUT_MILLIS + "ms"));
        all.putAll(values);
        return factory.make(BackendSettings.read("target", url.toString(), all));
    }

    private static void warm(Backend backend) {
        for (int call = 0; call < 3; call++) {
            answers(backend);
        }
    }

    private static boolean answers(Backend backend) {
        try {
            backend.call(Calls.of("x", "1"));
            return true;
        } catch (BackendException ignored) {
            return false;
        }
    }

    private static boolean recoversWithin(Backend backend, Duration limit) {
        long began = System.nanoTime();
        int good = 0;
        while (good < 5 && millisSince(began) < limit.toMillis()) {
            good = answers(backend) ? good + 1 : 0;
            if (good == 0) {
                Thread.onSpinWait();
            }
        }
        return good == 5;
    }

    private static List<Long> latencies(Backend backend) {
        return IntStream.range(0, 50)
                .mapToObj(ignored -> {
                    long began = System.nanoTime();
                    assertThat(answers(backend)).isTrue();
                    return millisSince(began);
                })
                .toList();
    }

    private static long median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static <T> List<T> inParallel(int count, Callable<T> call) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = Collections.nCopies(count, call);
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
