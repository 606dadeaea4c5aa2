package io.agentctl.plane.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(2, 3, 10, nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void soManyAtOnceThenSoManyASecond() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.take("a")).isZero();
        }
        assertThat(limits.take("a")).isEqualTo(Duration.ofMillis(500));

        pass(Duration.ofMillis(500));
        assertThat(limits.take("a")).isZero();
        assertThat(limits.take("a")).isPositive();
    }

    @Test
    void oneIsNotHeldBackForAnother() {
        for (int i = 0; i < 10; i++) {
            limits.take("a");
        }

        assertThat(limits.take("b")).isZero();
    }

    @Test
    void whoWaitsLongHasNoMoreThanAFullBucket() {
        limits.take("a");
        pass(Duration.ofHours(1));

        for (int i = 0; i < 3; i++) {
            assertThat(limits.take("a")).isZero();
        }
        assertThat(limits.take("a")).isPositive();
    }

    @Test
    void inventedCallersTakeNoMemory() {
        for (int i = 0; i < 1_000; i++) {
            limits.take("caller-" + i);
        }

        assertThat(limits.remembered()).isEqualTo(10);
    }
}
