package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.runtime.backend.BackendHealth.Circuit;
import io.agentctl.runtime.backend.CircuitBreaker.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final BreakerSettings SETTINGS =
            new BreakerSettings(0.5, 4, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(5), 2);

    private final ManualTime time = new ManualTime();
    private final List<String> changes = new ArrayList<>();
    private final CircuitBreaker breaker =
            new CircuitBreaker("target", SETTINGS, time, new Random(1), new BackendListener() {
                @Override
                public void circuitChanged(String backend, Circuit from, Circuit to) {
                    changes.add(from + ">" + to);
                }
            });

    @Test
    void staysClosedBelowTheMinimumOfCalls() throws BackendException {
        calls(Result.BAD, 3);

        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void opensAtTheShareOfBadCalls() throws BackendException {
        calls(Result.GOOD, 2);
        calls(Result.BAD, 2);

        assertThat(breaker.state()).isEqualTo(Circuit.OPEN);
        assertThatThrownBy(breaker::enter).isInstanceOfSatisfying(BackendException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Kind.CIRCUIT_OPEN);
            assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(6250));
        });
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() throws BackendException {
        calls(Result.BAD, 3);
        time.pass(Duration.ofSeconds(11));
        calls(Result.BAD, 3);

        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void callsThatTheirCallersGaveUpSayNothing() throws BackendException {
        calls(Result.UNKNOWN, 100);

        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void letsProbesThroughAfterTheRestAndClosesWhenAllWentWell() throws BackendException {
        calls(Result.BAD, 4);
        time.pass(Duration.ofMillis(6250));

        long first = breaker.enter();
        long second = breaker.enter();
        assertThatThrownBy(breaker::enter).hasMessageContaining("left alone");
        breaker.leave(first, Result.GOOD);
        assertThatThrownBy(breaker::enter).hasMessageContaining("left alone");
        breaker.leave(second, Result.GOOD);

        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
        assertThat(changes).containsExactly("CLOSED>OPEN", "OPEN>HALF_OPEN", "HALF_OPEN>CLOSED");
    }

    @Test
    void opensAgainAtTheFirstBadProbe() throws BackendException {
        calls(Result.BAD, 4);
        time.pass(Duration.ofMillis(6250));
        long first = breaker.enter();
        long second = breaker.enter();
        breaker.leave(first, Result.BAD);
        breaker.leave(second, Result.GOOD);

        assertThat(breaker.state()).isEqualTo(Circuit.OPEN);
    }

    @Test
    void aProbeThatSaidNothingMakesRoomForAnother() throws BackendException {
        calls(Result.BAD, 4);
        time.pass(Duration.ofMillis(6250));
        breaker.leave(breaker.enter(), Result.UNKNOWN);
        calls(Result.GOOD, 2);

        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void callsFromBeforeItOpenedHaveNoSayLater() throws BackendException {
        long early = breaker.enter();
        calls(Result.BAD, 4);
        time.pass(Duration.ofMillis(6250));
        long probe = breaker.enter();
        breaker.leave(early, Result.BAD);

        assertThat(breaker.state()).isEqualTo(Circuit.HALF_OPEN);
        breaker.leave(probe, Result.GOOD);
        calls(Result.GOOD, 1);
        assertThat(breaker.state()).isEqualTo(Circuit.CLOSED);
    }

    private void calls(Result result, int count) throws BackendException {
        for (int call = 0; call < count; call++) {
            breaker.leave(breaker.enter(), result);
        }
    }
}
