package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.runtime.backend.BackendException.Repeat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetrierTest {

    private static final byte[] ANSWER = {'1'};

    private final ManualTime time = new ManualTime();
    private final Deque<BackendException> failures = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private int attempts;

    private final BackendListener listener = new BackendListener() {
        @Override
        public void retried(String backend, Kind why, Duration pause) {
            told.add("retried " + why);
        }

        @Override
        public void budgetExhausted(String backend) {
            told.add("exhausted");
        }
    };

    @Test
    void sendsAgainWhatWasNotCarriedOut() throws Exception {
        failures.add(connect());
        failures.add(connect());

        assertThat(run(retrier(3, 0.1, false), Duration.ofMinutes(1))).isEqualTo(ANSWER);
        assertThat(attempts).isEqualTo(3);
        assertThat(told).containsExactly("retried FAILED", "retried FAILED");
    }

    @Test
    void pausesAnythingUpToTheDoubledBound() {
        for (int failure = 0; failure < 8; failure++) {
            failures.add(connect());
        }
        assertThatThrownBy(() -> run(retrier(7, 1, false), Duration.ofMinutes(1)))
                .hasMessageContaining("unreachable");

        long[] bounds = {100, 200, 400, 800, 1000, 1000, 1000};
        assertThat(time.pauses).hasSize(bounds.length);
        for (int pause = 0; pause < bounds.length; pause++) {
            assertThat(time.pauses.get(pause).toMillis()).isBetween(0L, bounds[pause]);
        }
        assertThat(time.pauses.stream().distinct().count()).isGreaterThan(3);
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenCarriedOut() {
        failures.add(BackendException.failed("reset", Repeat.IF_IDEMPOTENT, null));

        assertThatThrownBy(() -> run(retrier(3, 0.1, false), Duration.ofMinutes(1)))
                .hasMessage("reset");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void repeatsItWhereTheTargetIsIdempotent() throws Exception {
        failures.add(BackendException.failed("reset", Repeat.IF_IDEMPOTENT, null));

        assertThat(run(retrier(3, 0.1, true), Duration.ofMinutes(1))).isEqualTo(ANSWER);
    }

    @Test
    void neverRepeatsARejection() {
        failures.add(BackendException.rejected("no", null));

        assertThatThrownBy(() -> run(retrier(3, 0.1, true), Duration.ofMinutes(1)))
                .hasMessage("no");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws Exception {
        failures.add(BackendException.overloaded("busy", Duration.ofSeconds(7), null));

        run(retrier(3, 0.1, false), Duration.ofMinutes(1));
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void givesUpAtOnceWhereThePauseWouldPassTheDeadline() {
        failures.add(BackendException.overloaded("busy", Duration.ofSeconds(7), null));

        assertThatThrownBy(() -> run(retrier(3, 0.1, false), Duration.ofSeconds(7)))
                .hasMessage("busy");
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void doesNotMultiplyTheLoadOfATargetInTrouble() {
        Retrier retrier = retrier(3, 0.1, false);
        for (int request = 0; request < 1_000; request++) {
            for (int failure = 0; failure < 4; failure++) {
                failures.add(connect());
            }
            assertThatThrownBy(() -> run(retrier, Duration.ofMinutes(1))).hasMessageContaining("unreachable");
            failures.clear();
        }

        assertThat(attempts).isBetween(1_100, 1_110);
        assertThat(told).contains("exhausted");
    }

    private static BackendException connect() {
        return BackendException.failed("unreachable", Repeat.SAFE, null);
    }

    private Retrier retrier(int retries, double budget, boolean idempotent) {
        RetrySettings settings =
                new RetrySettings(retries, budget, Duration.ofMillis(100), Duration.ofSeconds(1), idempotent);
        return new Retrier("target", settings, time, new Random(7), listener);
    }

    private byte[] run(Retrier retrier, Duration within) throws BackendException, InterruptedException {
        return retrier.run(time.now().plus(within), () -> {
            attempts++;
            BackendException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return ANSWER;
        });
    }
}
