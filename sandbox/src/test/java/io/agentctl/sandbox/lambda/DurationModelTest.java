package io.agentctl.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Durations follow memory. */
class DurationModelTest {
    private static final DurationModel ONE_THREAD = new DurationModel(100, 30, 1, 0.3, 200, 64, 0);

    @Test
    void computingShrinksWithMemoryUpToWhatTheCodeCanUse() {
        assertThat(ONE_THREAD.meanMillis(1769)).isEqualTo(130);
        assertThat(ONE_THREAD.meanMillis(3538)).isEqualTo(130);
        assertThat(ONE_THREAD.meanMillis(128)).isCloseTo(30 + 1382, Percentage.withPercentage(0.1));
        assertThat(new DurationModel(100, 0, 2, 0, 0, 64, 0).meanMillis(3538)).isEqualTo(50);
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
    void whereMemoryHardlySufficesComputingTakesLonger() {
        DurationModel pressed = new DurationModel(100, 30, 1, 0, 0, 128, 2);

        assertThat(pressed.meanMillis(128)).isCloseTo(30 + 3 * 1382, Percentage.withPercentage(0.1));
        assertThat(pressed.meanMillis(256)).isCloseTo(30 + 1.25 * 691, Percentage.withPercentage(0.1));
        assertThat(pressed.meanMillis(1769)).isCloseTo(130, Percentage.withPercentage(0.2));
    }

    @Test
    void quantilesAreThoseOfWhatIsDrawn() {
        double[] sorted = LongStream.range(0, 20_000)
                .mapToDouble(i -> ONE_THREAD.draw(512, 11, i).millis())
                .sorted()
                .toArray();

        assertThat(ONE_THREAD.quantileMillis(512, 0.5)).isCloseTo(sorted[10_000], Percentage.withPercentage(2));
        assertThat(ONE_THREAD.quantileMillis(512, 0.95)).isCloseTo(sorted[19_000], Percentage.withPercentage(3));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new DurationModel(-1, 0, 1, 0, 0, 64, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DurationModel(1, 0, 1, 3, 0, 64, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
