package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.runtime.backend.BackendException.Repeat;
import io.agentctl.runtime.backend.BackendHealth.Circuit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GuardedBackendTest {

    private static final byte[] ANSWER = {'1'};

    private interface Step {
        byte[] send(Duration timeout) throws Exception;
    }

    private final ManualTime time = new ManualTime();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Step step = ignored -> ANSWER;
    private final GuardedBackend backend = new GuardedBackend(
            new BackendSettings(
                    "target",
                    new BackendTarget.Echo(),
                    Duration.ofSeconds(10),
                    2,
                    1000,
                    new RetrySettings(1, 1, Duration.ofMillis(100), Duration.ofSeconds(1), false),
                    new BreakerSettings(
                            0.5, 4, Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ofSeconds(5), 1)),
            new Steps(),
            time,
            new Random(3),
            new Told());

    @Test
    void answersAndTells() throws BackendException {
        assertThat(backend.call(within(Duration.ofSeconds(20)))).isEqualTo(new BackendAnswer(ANSWER, 1));
        assertThat(told).containsExactly("started", "ended Optional.empty 1");
    }

    @Test
    void startsNothingAfterTheDeadline() {
        assertThat(kindOf(() -> backend.call(within(Duration.ZERO)))).isEqualTo(Kind.TIMEOUT);
        assertThat(told).containsExactly("started", "ended Optional[TIMEOUT] 0");
    }

    @Test
    void givesAnAttemptNoMoreTimeThanTheCallerHas() throws BackendException {
        List<Duration> timeouts = new ArrayList<>();
        step = timeout -> {
            timeouts.add(timeout);
            return ANSWER;
        };
        backend.call(within(Duration.ofSeconds(3)));
        backend.call(within(Duration.ofSeconds(30)));

        assertThat(timeouts).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    @Test
    void refusesAtOnceBeyondTheBulkhead() throws Exception {
        CountDownLatch entered = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        step = ignored -> {
            entered.countDown();
            release.await();
            return ANSWER;
        };
        Thread first = Thread.startVirtualThread(this::callQuietly);
        Thread second = Thread.startVirtualThread(this::callQuietly);
        entered.await();

        assertThat(backend.health().inFlight()).isEqualTo(2);
        assertThatThrownBy(() -> backend.call(within(Duration.ofSeconds(20))))
                .isInstanceOfSatisfying(BackendException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.OVERLOADED);
                    assertThat(refusal.retryAfter()).isPositive();
                });
        release.countDown();
        first.join();
        second.join();
        assertThat(backend.health().inFlight()).isZero();
        assertThat(backend.health().circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void slowAnswersOpenTheCircuitThoughTheyAreUsed() throws BackendException {
        step = ignored -> {
            time.pass(Duration.ofSeconds(4));
            return ANSWER;
        };
        for (int call = 0; call < 4; call++) {
            backend.call(within(Duration.ofSeconds(20)));
            time.pass(Duration.ofMillis(-3999));
        }

        assertThat(kindOf(() -> backend.call(within(Duration.ofSeconds(20))))).isEqualTo(Kind.CIRCUIT_OPEN);
    }

    @Test
    void rejectionsDoNotOpenTheCircuit() {
        step = ignored -> {
            throw BackendException.rejected("no", null);
        };
        for (int call = 0; call < 100; call++) {
            assertThat(kindOf(() -> backend.call(within(Duration.ofSeconds(20)))))
                    .isEqualTo(Kind.REJECTED);
        }
    }

    @Test
    void callersInAHurryDoNotOpenTheCircuit() {
        step = ignored -> {
            time.pass(Duration.ofMillis(10));
            throw BackendException.late("late", Repeat.IF_IDEMPOTENT, null);
        };
        for (int call = 0; call < 100; call++) {
            assertThat(kindOf(() -> backend.call(within(Duration.ofMillis(10)))))
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void opensRestsAndRecovers() throws BackendException {
        step = ignored -> {
            throw BackendException.failed("broken", Repeat.IF_IDEMPOTENT, null);
        };
        for (int call = 0; call < 4; call++) {
            assertThat(kindOf(() -> backend.call(within(Duration.ofSeconds(20)))))
                    .isEqualTo(Kind.FAILED);
        }
        assertThat(kindOf(() -> backend.call(within(Duration.ofSeconds(20))))).isEqualTo(Kind.CIRCUIT_OPEN);
        assertThat(backend.health().lastError()).contains("broken");
        assertThat(backend.health().lastErrorAt()).contains(time.now());

        step = ignored -> ANSWER;
        time.pass(Duration.ofMillis(6250));
        assertThat(backend.call(within(Duration.ofSeconds(20))).json()).isEqualTo(ANSWER);
        assertThat(backend.health().circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(told).contains("CLOSED>OPEN", "OPEN>HALF_OPEN", "HALF_OPEN>CLOSED");
    }

    @Test
    void whatATransportDoesNotForeseeIsAFailure() {
        step = ignored -> {
            throw new IllegalStateException("secret");
        };
        assertThatThrownBy(() -> backend.call(within(Duration.ofSeconds(20))))
                .isInstanceOf(BackendException.class)
                .hasMessage("The call to the back end target broke");
    }

    private void callQuietly() {
        try {
            backend.call(within(Duration.ofSeconds(20)));
        } catch (BackendException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private BackendCall within(Duration duration) {
        return new BackendCall("x", new byte[0], Span.NONE, Map.of(), time.now().plus(duration));
    }

    static Kind kindOf(ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(BackendException.class);
        return ((BackendException) thrown).kind();
    }

    private final class Steps implements Transport {
        @Override
        public byte[] send(BackendCall call, Duration timeout) throws BackendException {
            try {
                return step.send(timeout);
            } catch (BackendException | RuntimeException problem) {
                throw problem;
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        }

        @Override
        public void close() {
            told.add("closed");
        }
    }

    private final class Told implements BackendListener {
        @Override
        public void started(String name) {
            told.add("started");
        }

        @Override
        public void ended(String name, Optional<Kind> failure, Duration took, int attempts) {
            told.add("ended " + failure + " " + attempts);
        }

        @Override
        public void circuitChanged(String name, Circuit from, Circuit to) {
            told.add(from + ">" + to);
        }
    }
}
