package io.agentctl.control.alarms.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SlidingWindowsTest {

    private static final int MINUTES = 400;

    private static double[] minutes(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, MINUTES)
                .mapToDouble(i -> random.nextInt(4) == 0 ? Double.NaN : random.nextInt(-50, 50))
                .toArray();
    }

    /** By looking at every window anew. */
    private static double[] naive(double[] minutes, int width, ToDoubleFunction<double[]> statistic) {
        return IntStream.range(0, minutes.length)
                .mapToDouble(end -> {
                    double[] present = IntStream.rangeClosed(Math.max(0, end - width + 1), end)
                            .mapToDouble(i -> minutes[i])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
                    return present.length == 0 ? Double.NaN : statistic.applyAsDouble(present);
                })
                .toArray();
    }

    @Test
    void windowsAreWhatLookingAtEachAnewGives() {
        for (int width : new int[] {1, 2, 5, 60}) {
            double[] minutes = minutes(width);
            assertThat(SlidingWindows.sums(minutes, width))
                    .containsExactly(
                            naive(minutes, width, values -> Arrays.stream(values)
                                    .sum()),
                            Offset.offset(1e-9));
            assertThat(SlidingWindows.maxima(minutes, width))
                    .containsExactly(naive(minutes, width, values -> Arrays.stream(values)
                            .max()
                            .orElseThrow()));
            assertThat(SlidingWindows.minima(minutes, width))
                    .containsExactly(naive(minutes, width, values -> Arrays.stream(values)
                            .min()
                            .orElseThrow()));
        }
    }

    @Test
    void anAverageIsThatOfAllSamplesNotOfMinutes() {
        assertThat(SlidingWindows.averages(new double[] {10, 90}, new double[] {1, 3}, 2))
                .containsExactly(10, 25);
    }
}
