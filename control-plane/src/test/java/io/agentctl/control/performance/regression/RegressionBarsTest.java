package io.agentctl.control.performance.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/measurements.md} promises of change points; {@code -Pextended} for all 1,000 series of each kind.
 */
final class RegressionBarsTest {

    private static final double BAR = 1;

    @Test
    void noiseIsRarelyTakenForAChange() {
        assertThat(RegressionBars.falseRate(Noise::normal, 50, 100, 1)).isLessThanOrEqualTo(BAR);
        assertThat(RegressionBars.falseRate(Noise::lognormal, 10, 100, 2)).isLessThanOrEqualTo(BAR);
    }

    @Test
    void aStepOfTenPercentIsFoundFromFivePoints() {
        assertThat(RegressionBars.foundRate(50, 5, 0.1, 100, 3)).isGreaterThanOrEqualTo(93);
    }

    @Test
    void singleSpikesAreNoRegressions() {
        assertThat(RegressionBars.falseRate(
                        (random, length) -> Noise.spiked(random, Noise.steady(random, length), 10), 50, 100, 4))
                .isLessThanOrEqualTo(BAR);
    }

    @Test
    @Tag("extended")
    void ofAThousandSeriesOfNoiseTenAtMostShowAFinding() {
        for (int length : RegressionBars.LENGTHS) {
            assertThat(RegressionBars.falseRate(Noise::normal, length, 1000, 5)).isLessThanOrEqualTo(BAR);
            assertThat(RegressionBars.falseRate(Noise::lognormal, length, 1000, 6))
                    .isLessThanOrEqualTo(BAR);
            assertThat(RegressionBars.falseRate(Noise.drawn(), length, 1000, 7)).isLessThanOrEqualTo(BAR);
        }
        assertThat(RegressionBars.foundRate(50, 5, 0.1, 1000, 8)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void theFailureInMeasuredLatenciesIsFoundAloneAndAfterThreePoints() {
        assumeThat(Files.exists(Noise.LATENCIES)).isTrue();
        ChangeFinder finder = new ChangeFinder(ChangeFinder.USUAL_THRESHOLD, Worse.HIGHER);

        SeriesVerdict verdict = finder.find(Noise.measured());

        assertThat(verdict.word()).isEqualTo(SeriesVerdict.Word.REGRESSION);
        assertThat(verdict.findings()).hasSize(1);
        assertThat(verdict.findings().getFirst().kind()).isEqualTo(Finding.Kind.SPREAD);
        assertThat(verdict.findings().getFirst().index()).isEqualTo(Noise.FAILURE);
        assertThat(finder.find(Noise.measured().subList(0, Noise.FAILURE + 2)).findings())
                .isEmpty();
        assertThat(finder.find(Noise.measured().subList(0, Noise.FAILURE + 3)).word())
                .isEqualTo(SeriesVerdict.Word.REGRESSION);
    }

    @Test
    void theSameSeriesGivesTheSameVerdict() {
        double[] series = Noise.stepped(Noise.steady(new Random(9), 60), 20, 0.2);

        assertThat(RegressionBars.found(series)).isEqualTo(RegressionBars.found(series.clone()));
    }
}
