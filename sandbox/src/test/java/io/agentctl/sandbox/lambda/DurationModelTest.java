package io.agentctl.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Durations follow memory. */
class DurationModelTest {
    private static final DurationModel ONE_THREAD = new DurationModel(100, 30, 1, 0.3, 200, 64);

    @Test
    void computingShrinksWithMemoryUpToWhatTheCodeCanUse() {
        assertThat(ONE_THREAD.meanMillis(1769)).isEqualTo(130);
        assertThat(ONE_THREAD.meanMillis(3538)).isEqualTo(130);
        assertThat(ONE_THREAD.meanMillis(128)).isCloseTo(30 + 1382, Percentage.withPercentage(0.1));
        assertThat(new DurationModel(100, 0, 2, 0, 0, 64).meanMillis(3538)).isEqualTo(50);
    }

    @Test
    void noiseHasTheMeanAndTheVariationThatWereAskedFor() {
        double[] sample = LongStream.range(0, 20_000)
                .mapToDouble(i -> ONE_THREAD.millis(1769, 7, i))
                .toArray();
        double mean = DoubleStream.of(sample).average().orElseThrow();
        double deviation = Math.sqrt(DoubleStream.of(sample)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());

        assertThat(mean).isCloseTo(130, Percentage.withPercentage(1));
        assertThat(deviation / mean).isCloseTo(0.3, Percentage.withPercentage(5));
        assertThat(ONE_THREAD.millis(1769, 7, 3)).isEqualTo(sample[3]);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new DurationModel(-1, 0, 1, 0, 0, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DurationModel(1, 0, 1, 3, 0, 64)).isInstanceOf(IllegalArgumentException.class);
    }
}
