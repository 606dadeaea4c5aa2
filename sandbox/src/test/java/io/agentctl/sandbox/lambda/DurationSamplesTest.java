package io.agentctl.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** An invocation is one of those that were measured. */
class DurationSamplesTest {
    private static final DurationSamples SAMPLES = new DurationSamples(
            Map.of(
                    128, List.of(sample(400, 0), sample(300, 90), sample(380, 80)),
                    512, List.of(sample(100, 70), sample(120, 0), sample(90, 75))),
            110);

    private static DurationSamples.Sample sample(double duration, double init) {
        return new DurationSamples.Sample(duration, init, 100);
    }

    @Test
    void atAMeasuredSizeEverySampleIsDrawnAndNothingElse() {
        List<Durations.Run> runs =
                LongStream.range(0, 200).mapToObj(i -> SAMPLES.draw(128, 3, i)).toList();

        assertThat(runs).extracting(Durations.Run::millis).containsOnly(300.0, 380.0, 400.0);
        assertThat(runs).allSatisfy(run -> assertThat(run.initMillis()).isIn(80.0, 90.0));
        assertThat(runs).filteredOn(run -> run.millis() == 300).allSatisfy(run -> assertThat(run.initMillis())
                .isEqualTo(90));
        assertThat(SAMPLES.draw(128, 3, 7)).isEqualTo(runs.get(7));
        assertThat(SAMPLES.meanMillis(128)).isCloseTo(360, Offset.offset(1e-9));
    }

    @Test
    void betweenTwoSizesItIsInterpolatedOnTheLogarithmOfMemory() {
        assertThat(SAMPLES.quantileMillis(256, 0.5)).isCloseTo((380 + 100) / 2.0, Offset.offset(1e-9));
        assertThat(SAMPLES.draw(256, 3, 1).millis()).isBetween(195.0, 260.0);
        assertThat(SAMPLES.quantileMillis(1024, 0.5))
                .as("beyond the largest its samples hold")
                .isEqualTo(100);
        assertThat(SAMPLES.quantileMillis(64, 0.99)).isEqualTo(400);
    }

    @Test
    void refusesASizeWithoutSamples() {
        assertThatThrownBy(() -> new DurationSamples(Map.of(128, List.of()), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sample(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
