package io.agentctl.control.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Latencies keep every figure within the 0.1 % of their histogram, and can be put together again. */
class LatenciesTest {

    @Test
    void figuresAreThoseOfWhatWasRecorded() {
        Latencies latencies = SomeResult.millis(1, 1000);

        assertThat(latencies.count()).isEqualTo(1000);
        assertThat(latencies.mean()).isCloseTo(500.5, within(0.5));
        assertThat(latencies.p50()).isCloseTo(500, within(0.5));
        assertThat(latencies.p99()).isCloseTo(990, within(1.0));
        assertThat(latencies.p999()).isCloseTo(999, within(1.0));
        assertThat(latencies.percentile(10)).isCloseTo(100, within(0.1));
    }

    @Test
    void partsMakeTheSameWhole() {
        Latencies whole = SomeResult.millis(1, 1000);

        assertThat(Latencies.merged(List.of(SomeResult.millis(1, 300), SomeResult.millis(301, 1000))))
                .isEqualTo(whole);
    }

    @Test
    void nothingMeasuredIsAllZero() {
        Latencies none = Latencies.merged(List.of());

        assertThat(none.count()).isZero();
        assertThat(none.max()).isZero();
        assertThat(none.percentile(99)).isZero();
    }

    @Test
    void textThatIsNoHistogramIsRefused() {
        Latencies damaged = new Latencies(1, 1, 1, 1, 1, 1, 1, 1, 1, "AAAA");

        assertThatThrownBy(damaged::micros)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("histogram cannot be read");
    }
}
